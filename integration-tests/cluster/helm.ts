import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type HelmRelease, helmReleases } from '../../charts/host-processes/tests/support/chart';
import { chartFolder } from '../../scripts/chart/files';
import { helm3, helm4 } from '../../scripts/parts/helm';
import { provide } from '../../scripts/parts/part';
import { type Ended, runProgram } from '../../scripts/run-program';

export { type HelmRelease, helmReleases };

/** @throws Error with what it said when a command of Helm failed */
export function succeeded({ status, output }: Ended): void {
  if (status !== 0) throw new Error(`Helm ended with status ${status}: ${output}`);
}

/** A release of Helm that works on a cluster, on one release of the chart. */
export class Helm {
  private constructor(
    private readonly program: string,
    private readonly kubeconfig: string,
    readonly release: string,
    readonly namespace: string,
    /** What rolls a failing upgrade back. */
    readonly rollBackOnFailure: string,
  ) {}

  static async of(
    helm: HelmRelease,
    kubeconfig: string,
    { release = 'hp', namespace = 'host-processes' } = {},
  ): Promise<Helm> {
    const part = helm === helm3.name ? helm3 : helm4;
    const program = (await provide(part, (line) => console.log(line))).helm;
    const flag = part === helm3 ? '--atomic' : '--rollback-on-failure';
    return new Helm(program, kubeconfig, release, namespace, flag);
  }

  install(values: object, ...args: string[]): Promise<Ended> {
    return this.run(['install', this.release, chartFolder, ...args], values);
  }

  upgrade(values: object, ...args: string[]): Promise<Ended> {
    return this.run(['upgrade', this.release, chartFolder, ...args], values);
  }

  test(...args: string[]): Promise<Ended> {
    return this.run(['test', this.release, ...args]);
  }

  rollback(revision: number, ...args: string[]): Promise<Ended> {
    return this.run(['rollback', this.release, String(revision), ...args]);
  }

  uninstall(...args: string[]): Promise<Ended> {
    return this.run(['uninstall', this.release, ...args]);
  }

  /** What of a release Helm keeps: its manifest, hooks, values or notes. */
  get(what: 'manifest' | 'hooks' | 'notes'): Promise<Ended> {
    return this.run(['get', what, this.release]);
  }

  /** Revision and state of each revision. */
  async history(): Promise<readonly { readonly revision: number; readonly status: string }[]> {
    const { output } = await this.run(['history', this.release, '--output', 'json']);
    return JSON.parse(output) as { revision: number; status: string }[];
  }

  private async run(args: readonly string[], values?: object): Promise<Ended> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'helm-'));
    try {
      const file = path.join(folder, 'values.yaml');
      if (values) writeFileSync(file, JSON.stringify(values));
      const flags = ['--namespace', this.namespace, ...(values ? ['--values', file] : [])];
      const env = { PATH: process.env.PATH, HOME: folder, KUBECONFIG: this.kubeconfig };
      return await runProgram(this.program, [...args, ...flags], { env });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
