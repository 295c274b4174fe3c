import path from 'node:path';
import { runProgram } from '../run-program';
import { UserError } from '../user-error';
import { unpackDebianPackage, unpackedFolder, type DebianPackage } from './debian-package';
import { onPath } from './on-path';
import type { Part } from './part';

const programs = ['prometheus', 'promtool'] as const;
type Programs = Record<(typeof programs)[number], string>;

/** The oldest release we run with, and the one we bring. */
const oldest = { major: 2, minor: 42 };
const howToGet = 'install Prometheus 2.42 or later (prometheus and promtool) on PATH';

const debian: DebianPackage = { name: 'prometheus', version: '2.42.*', otherwise: howToGet };

/** Prometheus with its tool: from PATH, else from our cache, else from Debian into our cache. */
export const prometheus = debianPart('Prometheus', isRecent);

/** One whose ranges include their start, as all had before 3.0; rules are tried on its promtool as on `promtool3`. */
export const prometheus2 = debianPart(
  'Prometheus 2',
  async (found) =>
    (await isRecent(found)) && (await versionsOf(found)).every((one) => one?.major === 2),
);

function debianPart(
  name: string,
  accepts: (found: Programs) => Promise<boolean>,
): Part<keyof Programs> {
  return {
    name,
    async find() {
      for (const found of [fromPath(), fromCache()]) {
        if (found && (await accepts(found))) return found;
      }
      return undefined;
    },
    async bring(say) {
      await unpackDebianPackage(debian, say);
      const brought = fromCache();
      if (!(await accepts(brought))) {
        throw new UserError(`${brought.prometheus} does not run on this machine; ${howToGet}.`);
      }
      return brought;
    },
  };
}

function fromPath(): Programs | undefined {
  const server = onPath(['prometheus']);
  const tool = onPath(['promtool']);
  return server && tool ? { prometheus: server, promtool: tool } : undefined;
}

function fromCache(): Programs {
  const folder = path.join(unpackedFolder(debian), 'usr', 'bin');
  return { prometheus: path.join(folder, 'prometheus'), promtool: path.join(folder, 'promtool') };
}

async function isRecent(found: Programs): Promise<boolean> {
  return (await versionsOf(found)).every(
    (version) =>
      version !== undefined &&
      (version.major > oldest.major ||
        (version.major === oldest.major && version.minor >= oldest.minor)),
  );
}

function versionsOf(found: Programs) {
  return Promise.all(programs.map((program) => versionOf(found[program], program)));
}

/** What a program of Prometheus says of itself; undefined when it does not run. */
export async function versionOf(file: string, program: string) {
  const { status, output } = await runProgram(file, ['--version']);
  const match = new RegExp(`^${program}, version (\\d+)\\.(\\d+)`, 'm').exec(output);
  return status === 0 && match ? { major: Number(match[1]), minor: Number(match[2]) } : undefined;
}
