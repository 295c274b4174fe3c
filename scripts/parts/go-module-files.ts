import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';
import { cacheFolder } from './cache-folder';
import type { Part } from './part';

/** Files of one Go module that are no programs. */
export interface GoModuleFiles<Name extends string> {
  /** As people call it. */
  readonly name: string;
  readonly module: string;
  /** Of the module, with its v. */
  readonly version: string;
  /** Path of each file inside the module. */
  readonly files: Readonly<Record<Name, string>>;
}

/** The files, from our cache, else copied into it from the module, whose checksum Go verifies. */
export function goModuleFiles<Name extends string>(wanted: GoModuleFiles<Name>): Part<Name> {
  const { name, version, files } = wanted;
  const folder = () => path.join(cacheFolder(), `${name}-${version}`);
  const names = Object.keys(files) as Name[];
  const inCache = () =>
    Object.fromEntries(
      names.map((one) => [one, path.join(folder(), path.basename(files[one]))]),
    ) as Record<Name, string>;
  return {
    name,
    find() {
      const found = inCache();
      return Promise.resolve(names.every((one) => existsSync(found[one])) ? found : undefined);
    },
    async bring(say) {
      say(`Downloading ${name} …`);
      await mkdir(cacheFolder(), { recursive: true });
      // Everything half-done stays in here, and another run at the same time has its own.
      const work = await mkdtemp(path.join(cacheFolder(), 'bringing-'));
      try {
        const source = await download(wanted, work);
        await mkdir(folder(), { recursive: true });
        for (const file of Object.values<string>(files)) {
          const half = path.join(work, path.basename(file));
          await copyFile(path.join(source, file), half);
          await rename(half, path.join(folder(), path.basename(file)));
        }
      } finally {
        await rm(work, { recursive: true, force: true });
      }
      return inCache();
    },
  };
}

/** @returns the folder of the module */
async function download(
  { name, module, version }: GoModuleFiles<string>,
  cwd: string,
): Promise<string> {
  const args = ['mod', 'download', '-json', `${module}@${version}`];
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off' };
  const ended = await runProgram('go', args, { cwd, env });
  const why = ended.missing ? 'there is no go here' : `go failed (${lastLine(ended.output)})`;
  if (ended.status !== 0) {
    throw new UserError(`${name} cannot be brought: ${why}; install Go 1.25 or later.`);
  }
  return (JSON.parse(ended.output) as { Dir: string }).Dir;
}
