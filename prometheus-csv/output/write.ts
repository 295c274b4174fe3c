import { realpathSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The place for an output cannot be written; the message is one sentence. Exit status 1. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

const reasons = new Map([
  ['ENOENT', 'the folder does not exist'],
  ['EACCES', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space is left'],
  ['EISDIR', 'it is a folder'],
]);

/** Where a path leads, and whether an ordinary file is there or nothing at all. */
function destinationOf(file: string): { place: string; ordinary: boolean } {
  try {
    const place = realpathSync(file);
    return { place, ordinary: statSync(place).isFile() };
  } catch {
    return { place: path.resolve(file), ordinary: true };
  }
}

/**
 * Writes a file whole or not at all: beside it first, and then in its place. No signal comes between,
 * because signals that we listen to wait for the end of what runs.
 */
export function writeWhole(file: string, text: string): void {
  const { place, ordinary } = destinationOf(file);
  const beside = path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}`);
  try {
    // A terminal, a pipe or /dev/null must not be replaced by a file.
    if (!ordinary) {
      writeFileSync(place, text);
      return;
    }
    writeFileSync(beside, text, { flag: 'wx', flush: true });
    renameSync(beside, place);
  } catch (cause) {
    rmSync(beside, { force: true });
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new OutputError(`Cannot write ${file}: ${reasons.get(code) ?? message}.`, { cause });
  }
}

/** Writes to standard output; that nobody reads to the end (`| head`) is no error. */
export function writeOut(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(process.stdout.fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      // A pipe that is full, and set not to wait.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
