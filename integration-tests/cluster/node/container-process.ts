import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Container } from '../../../charts/host-processes/tests/support/manifest';
import { containerCommand, type User } from '../../image/container-command';
import { layImageRoot } from '../../image/image-root';

/** With what a container runs. */
export interface Setting {
  readonly as: User;
  /** The folder behind each volume. */
  readonly folders: Readonly<Record<string, string>>;
  /** More files that are mounted: HOST-PATH:PATH */
  readonly mounts: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it has a network of its own, to which nothing is connected yet. */
  readonly apart: boolean;
}

/** A container's command as a process of this machine, in the image's files. */
export class ContainerProcess {
  readonly #child: ChildProcess;
  readonly #root = layImageRoot();
  /** What it said, on both streams. */
  output = '';
  /** Once it ended; 137 after a signal. */
  status: number | undefined;
  /** Resolves to its status. */
  readonly ended: Promise<number>;

  constructor(container: Container, { as, folders, mounts, environment, apart }: Setting) {
    const volumeMounts = (container.volumeMounts ?? []).map(
      ({ name, mountPath }) => `${folders[name] ?? ''}:${mountPath}`,
    );
    const own = (container.env ?? []).map(({ name }) => {
      if (name !== 'HOST_PROCESSES_ALLOCATABLE_MILLICPUS') throw new Error(`What is ${name}?`);
      return [name, '4000'] as const;
    });
    const all = Object.entries({ ...environment, ...Object.fromEntries(own) });
    const command = containerCommand({
      root: this.#root,
      as,
      mounts: [...volumeMounts, ...mounts],
      environment: all.map(([name, value]) => `${name}=${value}`),
      command: [...(container.command ?? []), ...(container.args ?? [])],
    });
    const [file, ...args] = apart ? (['unshare', '--net', ...command] as const) : command;
    this.#child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.ended = new Promise((resolve) => {
      this.#child.on('error', (error) => {
        this.output += error.message;
        resolve((this.status = 127));
      });
      this.#child.on('close', (status) => {
        // What was mounted in it was so in a namespace of the process, which is gone.
        rmSync(this.#root, { recursive: true });
        resolve((this.status = status ?? 137));
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const hard = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    await this.ended;
    clearTimeout(hard);
  }
}
