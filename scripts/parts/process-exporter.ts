import { UserError } from '../user-error';
import { runProgram } from '../run-program';
import { buildGoPrograms, builtProgram, type GoPrograms } from './go-module';
import { onPath } from './on-path';
import type { Part } from './part';

const version = '0.8.7';
const programs: GoPrograms = {
  name: `process-exporter ${version}`,
  module: 'github.com/ncabatoff/process-exporter',
  version: `v${version}`,
  packages: { 'process-exporter': 'github.com/ncabatoff/process-exporter/cmd/process-exporter' },
  flags: ['-ldflags', `-X main.version=${version}`],
  go: '1.23',
  otherwise: 'install Go 1.23 or later, or process-exporter 0.8 on PATH',
};
const cached = () => builtProgram(programs, 'process-exporter');

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
    await buildGoPrograms(programs, say);
    if (!(await isExpected(cached()))) {
      throw new UserError(`${cached()} does not run on this machine; ${programs.otherwise}.`);
    }
    return { processExporter: cached() };
  },
};

async function isExpected(file: string): Promise<boolean> {
  const { status, output } = await runProgram(file, ['--version']);
  return status === 0 && /^process-exporter, version 0\.8\./m.test(output);
}
