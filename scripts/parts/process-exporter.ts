import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';
import { cacheFolder } from './cache-folder';
import { onPath } from './on-path';
import type { Part } from './part';

const goModule = 'github.com/ncabatoff/process-exporter';
const version = '0.8.7';
const howToGet = 'install Go 1.23 or later, or process-exporter 0.8 on PATH';

/**
 * The exporter that we compare ourselves with: from PATH if it is a 0.8, else from our cache, else built
 * from its Go module into our cache.
 */
export const processExporter: Part<'processExporter'> = {
  name: 'process-exporter',
  async find() {
    for (const file of [onPath(['process-exporter']), cached()]) {
      if (file !== undefined && (await isExpected(file))) return { processExporter: file };
    }
    return undefined;
  },
  async bring(say) {
    say(`Building process-exporter ${version} …`);
    await mkdir(cacheFolder(), { recursive: true });
    // Everything half-done stays in here, and another run at the same time has its own.
    const work = await mkdtemp(path.join(cacheFolder(), 'bringing-'));
    try {
      const built = await build(work);
      if (!(await isExpected(built))) throw cannotBring('what was built does not run here');
      await mkdir(path.dirname(cached()), { recursive: true });
      await rename(built, cached());
    } finally {
      await rm(work, { recursive: true, force: true });
    }
    return { processExporter: cached() };
  },
};

function cached(): string {
  return path.join(cacheFolder(), `process-exporter-${version}`, 'process-exporter');
}

/** Builds in a module of our own: `go install` would ask for lists of versions that not every proxy has. */
async function build(work: string): Promise<string> {
  const manifest = `module host-processes/process-exporter\n\ngo 1.23\n\nrequire ${goModule} v${version}\n`;
  await writeFile(path.join(work, 'go.mod'), manifest);
  const file = path.join(work, 'process-exporter');
  const stamp = `-X main.version=${version}`;
  const ended = await runProgram(
    'go',
    ['build', '-mod=mod', '-ldflags', stamp, '-o', file, `${goModule}/cmd/process-exporter`],
    { cwd: work, env: { ...process.env, GOFLAGS: '', GOWORK: 'off' } },
  );
  if (ended.missing) throw cannotBring('there is no go here');
  if (ended.status !== 0) throw cannotBring(`go build failed (${lastLine(ended.output)})`);
  return file;
}

async function isExpected(file: string): Promise<boolean> {
  const { status, output } = await runProgram(file, ['--version']);
  return status === 0 && /^process-exporter, version 0\.8\./m.test(output);
}

function cannotBring(why: string): UserError {
  return new UserError(`process-exporter ${version} cannot be brought: ${why}; ${howToGet}.`);
}
