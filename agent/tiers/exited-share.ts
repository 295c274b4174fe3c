import type { ProcessReading } from '../observation/observation';

/**
 * What a process counted and its threads did not: of threads that ended. Threads are not all read as often
 * as their process, so it is settled when all of them that may have counted anything were read.
 */
export class ExitedShare {
  private readonly open = new WeakMap<ProcessReading, number[]>();

  /** The process counted so much more. */
  add(process: ProcessReading, increases: readonly number[]): void {
    const open = this.openOf(process);
    increases.forEach((increase, i) => (open[i] = (open[i] ?? 0) + increase));
  }

  /** So much of it was one thread's. */
  take(process: ProcessReading, increases: readonly number[]): void {
    const open = this.openOf(process);
    increases.forEach((increase, i) => (open[i] = (open[i] ?? 0) - increase));
  }

  /**
   * All threads were read.
   * @returns what is left. Where threads, read after their process, counted more, that waits for the process
   */
  settle(process: ProcessReading): readonly number[] {
    const open = this.open.get(process) ?? [];
    const left = open.map((rest) => Math.max(0, rest));
    left.forEach((rest, i) => (open[i] = (open[i] ?? 0) - rest));
    return left;
  }

  private openOf(process: ProcessReading): number[] {
    let open = this.open.get(process);
    if (!open) {
      open = [];
      this.open.set(process, open);
    }
    return open;
  }
}
