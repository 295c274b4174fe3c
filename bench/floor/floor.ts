import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { compiledProgram } from '../compiled-program';

/** Which least work: every file opened anew, or what moved, by kept descriptors (floor.c). */
export type FloorKind = 'all' | 'kept';

export interface FloorRound {
  readonly cpuUsec: number;
  readonly reads: number;
}

/** A C program that reads what must be read and does nothing with it. */
export class Floor {
  private readonly answers: AsyncIterator<string>;

  private constructor(
    readonly kind: FloorKind,
    private readonly child: ChildProcessByStdio<Writable, Readable, null>,
  ) {
    this.answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stdin.on('error', () => undefined);
  }

  static async start(lifetime: Lifetime, kind: FloorKind, cgroupMount: string): Promise<Floor> {
    const folder = await compiledProgram(import.meta.dirname);
    const child = spawn(path.join(folder, 'floor'), [kind, '/proc', cgroupMount], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(child, 'spawn');
    const floor = new Floor(kind, child);
    lifetime.add(() => floor.stop());
    return floor;
  }

  async round(): Promise<FloorRound> {
    this.child.stdin.write('\n');
    const line = await this.answers.next();
    if (line.done) throw new Error(`The floor program (${this.kind}) ended without an answer.`);
    return JSON.parse(line.value) as FloorRound;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'close');
    this.child.stdin.end();
    await ended;
  }
}
