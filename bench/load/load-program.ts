import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../../scripts/parts/cache-folder';
import { isProgram } from '../../scripts/parts/on-path';
import { lastLine, runProgram } from '../../scripts/run-program';
import { UserError } from '../../scripts/user-error';

const sources = import.meta.dirname;
const howToGet = 'install gcc or another C compiler as cc';

/**
 * Compiles the load program where it is not there yet.
 * @returns the folder that `namedProgram` takes
 */
export async function loadProgram(): Promise<string> {
  const files = (await readdir(sources)).filter((name) => /\.[ch]$/.test(name)).sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(await readFile(path.join(sources, name)));
  const folder = path.join(cacheFolder(), `load-${hash.digest('hex').slice(0, 12)}`);
  if (isProgram(path.join(folder, 'load'))) return folder;
  await mkdir(folder, { recursive: true });
  // Half a program must never lie under its final name.
  const work = await mkdtemp(path.join(folder, 'compiling-'));
  try {
    const program = path.join(work, 'load');
    const inputs = files
      .filter((name) => name.endsWith('.c'))
      .map((name) => path.join(sources, name));
    const ended = await runProgram('cc', ['-O2', '-pthread', '-o', program, ...inputs]);
    if (ended.missing) throw new UserError(`The load cannot be compiled: no cc here; ${howToGet}.`);
    if (ended.status !== 0) {
      throw new UserError(
        `The load cannot be compiled: cc failed (${lastLine(ended.output)}); ${howToGet}.`,
      );
    }
    await rename(program, path.join(folder, 'load'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

/** The load program under another name, which becomes the name of its processes. */
export async function namedProgram(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  try {
    await symlink('load', file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return file;
}
