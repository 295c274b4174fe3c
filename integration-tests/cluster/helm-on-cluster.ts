import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chartFolder } from '../../scripts/chart/files';
import { helm3, helm4 } from '../../scripts/parts/helm';
import { provide } from '../../scripts/parts/part';
import { type Ended, runProgram } from '../../scripts/run-program';

/** What differs between the two. */
export const helms = [
  { name: helm3.name, part: helm3, rollBack: '--atomic' },
  { name: helm4.name, part: helm4, rollBack: '--rollback-on-failure' },
] as const;

export type Helm = (typeof helms)[number];

/** A real Helm with a release in a real cluster; hooks are never left out. */
export class Release {
  constructor(
    private readonly helm: Helm,
    private readonly kubeconfig: string,
    readonly name: string,
    readonly namespace: string,
  ) {}

  install(values: object, ...flags: string[]): Promise<Ended> {
    return this.run(['install', this.name, chartFolder, ...flags], values);
  }

  upgrade(values: object, ...flags: string[]): Promise<Ended> {
    return this.run(['upgrade', this.name, chartFolder, ...flags], values);
  }

  test(): Promise<Ended> {
    return this.run(['test', this.name, '--timeout', '2m']);
  }

  uninstall(): Promise<Ended> {
    return this.run(['uninstall', this.name, '--wait', '--timeout', '3m']);
  }

  /** The rendered manifests that the cluster has, hooks among them. */
  async manifests(): Promise<string> {
    const [objects, hooks] = [
      await this.run(['get', 'manifest', this.name]),
      await this.run(['get', 'hooks', this.name]),
    ];
    return `${objects.output}\n---\n${hooks.output}`;
  }

  /** The status of each revision, oldest first, as in `superseded` and `deployed`. */
  async history(): Promise<string[]> {
    const { output } = await this.run(['history', this.name, '--output', 'json']);
    return (JSON.parse(output) as { status: string }[]).map(({ status }) => status);
  }

  private async run(args: readonly string[], values?: object): Promise<Ended> {
    const { helm: program } = await provide(this.helm.part, () => undefined);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'helm-'));
    try {
      const file = path.join(folder, 'values.yaml');
      writeFileSync(file, JSON.stringify(values ?? {}));
      const env = { PATH: process.env.PATH, HOME: folder, KUBECONFIG: this.kubeconfig };
      const flags = ['--namespace', this.namespace, ...(values ? ['--values', file] : [])];
      return await runProgram(program, [...args, ...flags], { env });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
