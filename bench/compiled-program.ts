import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../scripts/parts/cache-folder';
import { isProgram } from '../scripts/parts/on-path';
import { lastLine, runProgram } from '../scripts/run-program';
import { UserError } from '../scripts/user-error';

const howToGet = 'install gcc or another C compiler as cc';

/**
 * Compiles all C sources of a folder into one program in our cache, where it is not there yet.
 * @returns the folder in the cache, which holds the program under the name of the folder of its sources
 */
export async function compiledProgram(sources: string): Promise<string> {
  const name = path.basename(sources);
  const files = (await readdir(sources)).filter((file) => /\.[ch]$/.test(file)).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(path.join(sources, file)));
  const folder = path.join(cacheFolder(), `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (isProgram(path.join(folder, name))) return folder;
  await mkdir(folder, { recursive: true });
  // Half a program must never lie under its final name.
  const work = await mkdtemp(path.join(folder, 'compiling-'));
  try {
    const program = path.join(work, name);
    const inputs = files
      .filter((file) => file.endsWith('.c'))
      .map((file) => path.join(sources, file));
    const ended = await runProgram('cc', ['-O2', '-pthread', '-o', program, ...inputs]);
    if (ended.missing) throw cannotCompile(name, 'there is no cc here');
    if (ended.status !== 0) throw cannotCompile(name, `cc failed (${lastLine(ended.output)})`);
    await rename(program, path.join(folder, name));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

/** A compiled program under another name, which becomes the name of its processes. */
export async function namedProgram(folder: string, program: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  try {
    await symlink(program, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return file;
}

function cannotCompile(name: string, why: string): UserError {
  return new UserError(`The program ${name} of the bench cannot be compiled: ${why}; ${howToGet}.`);
}
