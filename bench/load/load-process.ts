import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Cgroup } from '../cgroups/cgroup';
import { loadProgram, namedProgram } from './load-program';

/** What getrusage(2) says to the process itself, in microseconds. */
export interface Rusage {
  readonly selfUsec: number;
  readonly childrenUsec: number;
}

/** A process that does on command what processes do; `main.c` lists the commands. */
export class LoadProcess {
  readonly pid: number;
  private readonly answers: AsyncIterator<string>;
  private readonly ended: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcessByStdio<Writable, Readable, null>,
    readonly name: string,
  ) {
    this.pid = child.pid ?? 0;
    this.answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    this.ended = once(child, 'close');
    // It may have been killed with its cgroup before we end it.
    child.stdin.on('error', () => undefined);
  }

  /**
   * Starts it and waits until it sits in its cgroup.
   * @param cgroup `undefined`: it stays where we are
   * @param name of the process; children that exec get `-x` behind it: at most 13 characters
   * @param more arguments that mean nothing to it
   */
  static async start(
    cgroup: Cgroup | undefined,
    name: string,
    more: readonly string[] = [],
  ): Promise<LoadProcess> {
    const folder = await loadProgram();
    const file = await namedProgram(folder, name);
    await namedProgram(folder, `${name}-x`);
    const args = [cgroup?.procsFile ?? '/dev/null', ...more];
    const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child, 'spawn');
    const started = new LoadProcess(child, name);
    await started.answer();
    return started;
  }

  /** Has it do something, and waits until that is done. */
  async do(command: string): Promise<Rusage> {
    this.child.stdin.write(`${command}\n`);
    return this.answer();
  }

  /** Has it exec itself under another name. */
  async become(name: string): Promise<void> {
    await namedProgram(await loadProgram(), name);
    await this.do(`become ${name}`);
  }

  /** Lets it exit, and waits for that. */
  async end(): Promise<void> {
    this.child.stdin.end();
    await this.ended;
  }

  private async answer(): Promise<Rusage> {
    const line = await this.answers.next();
    if (line.done) throw new Error(`Load process ${this.name} ended although it was to answer.`);
    return JSON.parse(line.value) as Rusage;
  }
}
