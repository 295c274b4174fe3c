const width = 30;

/** Where progress is shown: a terminal, or nothing. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A bar on a terminal; anywhere else, and when asked to be quiet, it shows nothing. */
export class Progress {
  readonly #screen: Screen | undefined;
  #shown = false;

  constructor(screen: Screen, quiet: boolean) {
    this.#screen = screen.isTTY === true && !quiet ? screen : undefined;
  }

  show(done: number, all: number): void {
    if (!this.#screen || all === 0) return;
    const filled = Math.round((width * done) / all);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    this.#screen.write(`\r${bar} ${done} of ${all} requests`);
    this.#shown = true;
  }

  /** Wipes the bar, so that what follows begins on a clean line. */
  clear(): void {
    if (this.#shown) this.#screen?.write('\r\u001b[K');
    this.#shown = false;
  }
}
