import path from 'node:path';
import { runProgram } from '../run-program';
import { UserError } from '../user-error';
import { type DebianPackage, unpackDebianPackage, unpackedFolder } from './debian-package';
import { onPath } from './on-path';
import type { Part } from './part';

const howToGet = 'install strace on PATH';
const debian: DebianPackage = { name: 'strace', version: '6.*', otherwise: howToGet };

/** What the kernel says that a program asked it: from PATH, else from our cache, else from Debian into it. */
export const strace: Part<'strace'> = {
  name: 'strace',
  async find() {
    for (const file of [onPath(['strace']), fromCache()]) {
      if (file !== undefined && (await runs(file))) return { strace: file };
    }
    return undefined;
  },
  async bring(say) {
    await unpackDebianPackage(debian, say);
    if (!(await runs(fromCache()))) {
      throw new UserError(`${fromCache()} does not run on this machine; ${howToGet}.`);
    }
    return { strace: fromCache() };
  },
};

function fromCache(): string {
  return path.join(unpackedFolder(debian), 'usr', 'bin', 'strace');
}

async function runs(file: string): Promise<boolean> {
  return (await runProgram(file, ['--version'])).status === 0;
}
