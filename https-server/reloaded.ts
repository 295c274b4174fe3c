import { readFileSync, statSync } from 'node:fs';
import { SettingsError } from './settings-error';

/** Reads a file. @throws SettingsError that names it when it cannot be read */
export type ReadFile = (path: string) => Buffer;

/** Makes a value from files. `previous` is what is in force now, if anything is. */
export type Load<T> = (read: ReadFile, previous: T | undefined) => T;

/**
 * A value that follows the files it was made from: certificates, secrets, configuration. Mounted
 * secrets change by a swap of symbolic links, so what lies behind the path is compared, not the path.
 * Whoever is about to use the value asks for `current`: there is no timer and nothing to stop.
 */
export class Reloaded<T> {
  readonly #load: Load<T>;
  readonly #report: (message: string) => void;
  readonly #seen = new Map<string, string>();
  #value: T;

  /**
   * @param report gets one sentence for each change: that it was taken, or why it was not
   * @throws whatever `load` throws for the files as they are now
   */
  constructor(load: Load<T>, report: (message: string) => void) {
    this.#load = load;
    this.#report = report;
    this.#value = load(this.#read, undefined);
  }

  /** The value for the files as they are now; if they cannot be taken, the last that could. */
  current(): T {
    const changed = [...this.#seen].filter(([path, seen]) => identityOf(path) !== seen);
    if (changed.length === 0) return this.#value;
    // What is seen now is not tried again: one sentence a change, not one a request.
    for (const [path] of changed) this.#seen.set(path, identityOf(path));
    try {
      this.#value = this.#load(this.#read, this.#value);
      this.#report(`Read again after a change: ${changed.map(([path]) => path).join(', ')}`);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#report(`${message} What was read before stays in force.`);
    }
    return this.#value;
  }

  readonly #read: ReadFile = (path) => {
    // Before the content: a change in between is seen the next time.
    this.#seen.set(path, identityOf(path));
    try {
      return readFileSync(path);
    } catch (error) {
      throw new SettingsError(`${path} cannot be read: ${whyNot(error)}.`, { cause: error });
    }
  };
}

function identityOf(path: string): string {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join();
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'there is no such file',
  };
  return reasons[code] ?? code;
}
