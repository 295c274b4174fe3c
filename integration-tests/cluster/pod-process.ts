import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { containerCommand } from '../image/container-command';
import type { ControlPlane } from './control-plane';
import type { ApiObject } from './kubernetes-api';
import type { Pod } from './pod';
import { layVolumes } from './pod-volumes';

const linesKept = 20;

/** The one container of a pod as a process: its real command, with the image's files, as any user. */
export class PodProcess {
  /** What it says, its last lines. */
  output = '';
  /** Its exit status, once it has ended. */
  status: number | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).split('\n').slice(-linesKept).join('\n');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('close', (status) => {
      this.status = status ?? -1;
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** @throws NotThere while something that it mounts is missing */
  static async start(
    { api, port, folder }: ControlPlane,
    pod: Pod,
    root: string,
  ): Promise<PodProcess> {
    const own = mkdtempSync(path.join(folder, 'pod-'));
    const volumes = await layVolumes(api, pod, own);
    const [container] = pod.spec.containers;
    if (!container) throw new Error('Expected a pod with a container, found none.');
    const mounts = (container.volumeMounts ?? []).map(
      ({ name, mountPath }) => `${volumes[name] ?? ''}:${mountPath}`,
    );
    // In place of cluster DNS: every Service is on this machine.
    const hosts = path.join(own, 'hosts');
    writeFileSync(hosts, hostsFile(await api.list('/api/v1/services')));
    const nsswitch = path.join(own, 'nsswitch.conf');
    writeFileSync(nsswitch, 'hosts: files\n');
    const [file, ...args] = containerCommand({
      root,
      as: 'restricted',
      mounts: [...mounts, `${hosts}:/etc/hosts`, `${nsswitch}:/etc/nsswitch.conf`],
      environment: [
        'KUBERNETES_SERVICE_HOST=127.0.0.1',
        `KUBERNETES_SERVICE_PORT=${port}`,
        ...(container.env ?? []).map(({ name }) => `${name}=1500`),
      ],
      command: [...container.command, ...(container.args ?? [])],
    });
    return new PodProcess(spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] }), own);
  }

  async end(): Promise<void> {
    if (this.status !== undefined) return;
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}

function hostsFile(services: readonly ApiObject[]): string {
  const names = services.map(({ metadata }) => `${metadata.name}.${metadata.namespace ?? ''}.svc`);
  return `127.0.0.1 ${['localhost', ...names].join(' ')}\n`;
}
