import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '../../../demo/launcher/lifetime';

/** How often stand-ins look at what the API server has. */
const everyMs = 200;

/** What of a cluster is no real program: it works beside the tests, and what goes wrong there is not lost. */
export class StandIn {
  readonly #faults: unknown[] = [];

  constructor(private readonly lifetime: Lifetime) {}

  /** Repeats work until the lifetime ends. */
  repeat(work: () => Promise<void>): void {
    const loop = async () => {
      while (!this.lifetime.signal.aborted) {
        await work().catch(this.note);
        await sleep(everyMs);
      }
    };
    const ended = loop();
    this.lifetime.add(() => ended);
  }

  /** Keeps what went wrong. */
  readonly note = (fault: unknown): void => {
    if (!this.lifetime.signal.aborted) this.#faults.push(fault);
  };

  /** @throws what went wrong first */
  check(): void {
    if (this.#faults.length > 0) throw this.#faults[0];
  }
}
