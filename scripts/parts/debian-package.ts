import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';
import { cacheFolder } from './cache-folder';
import type { Say } from './part';

/** What to download: a package at a version pattern of apt, as in `2.42.*`. */
export interface DebianPackage {
  readonly name: string;
  readonly version: string;
  /** How else a person gets it: the second half of the sentence when it cannot be brought. */
  readonly otherwise: string;
}

/**
 * Unpacks a Debian package into a folder of our cache and answers that folder. It needs no root, installs
 * nothing and keeps apt's lists of this machine as they are: apt works on folders of our own.
 */
export async function unpackDebianPackage(wanted: DebianPackage, say: Say): Promise<string> {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  // Everything half-done stays in here, and another run at the same time has its own.
  const work = await mkdtemp(path.join(cache, 'bringing-'));
  try {
    const apt = await privateApt(work, wanted);
    say(`Reading the package lists for ${wanted.name} …`);
    // Hooks of this machine may fail without root although the lists are there: download decides.
    const update = await apt('update');
    say(`Downloading ${wanted.name} ${wanted.version} …`);
    const download = await apt('download', `${wanted.name}=${wanted.version}`);
    const file = (await readdir(work)).find((name) => name.endsWith('.deb'));
    if (download.status !== 0 || file === undefined) {
      const why = lastLine(download.output || update.output);
      throw cannotBring(wanted, `apt-get could not download it (${why})`);
    }
    const unpacked = path.join(work, 'unpacked');
    const dpkg = await runProgram('dpkg', ['-x', path.join(work, file), unpacked]);
    if (dpkg.missing) throw cannotBring(wanted, 'dpkg is missing here');
    if (dpkg.status !== 0) throw cannotBring(wanted, `dpkg failed (${lastLine(dpkg.output)})`);
    return await putInPlace(unpacked, unpackedFolder(wanted));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Where `unpackDebianPackage` puts this package. */
export function unpackedFolder(wanted: DebianPackage): string {
  return path.join(cacheFolder(), `${wanted.name}-${wanted.version.replace(/[^0-9.]|\.\*$/g, '')}`);
}

async function privateApt(work: string, wanted: DebianPackage) {
  const folders = { state: path.join(work, 'state'), cache: path.join(work, 'cache') };
  await mkdir(path.join(folders.state, 'lists', 'partial'), { recursive: true });
  await mkdir(path.join(folders.cache, 'archives', 'partial'), { recursive: true });
  const settings = [
    `Dir::State=${folders.state}`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${folders.cache}`,
    'Acquire::Languages=none',
    // As root apt would change to a user who may not write here.
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
  ];
  const options = ['-q', ...settings.flatMap((setting) => ['-o', setting])];
  return async (...args: string[]) => {
    const ended = await runProgram('apt-get', [...options, ...args], { cwd: work });
    if (ended.missing) throw cannotBring(wanted, 'apt-get is missing here');
    return ended;
  };
}

async function putInPlace(unpacked: string, target: string): Promise<string> {
  // What lies there was not good enough, or we would not be here.
  await rm(target, { recursive: true, force: true });
  try {
    await rename(unpacked, target);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Another run was faster; what it put there is the same.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
  return target;
}

function cannotBring(wanted: DebianPackage, why: string): UserError {
  return new UserError(
    `The Debian package ${wanted.name} ${wanted.version} cannot be brought: ${why}; ${wanted.otherwise}.`,
  );
}
