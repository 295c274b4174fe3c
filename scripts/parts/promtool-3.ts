import { UserError } from '../user-error';
import { buildGoPrograms, builtProgram, type GoPrograms } from './go-module';
import { onPath } from './on-path';
import type { Part } from './part';
import { versionOf } from './prometheus';

/** The release of OpenShift 4.23. Its module counts 0.313 where the program says 3.13. */
const programs: GoPrograms = {
  name: 'promtool 3.13',
  module: 'github.com/prometheus/prometheus',
  version: 'v0.313.4',
  packages: { promtool: 'github.com/prometheus/prometheus/cmd/promtool' },
  flags: [
    // Discovery in clouds is most of what there is to compile, and nothing that rules need.
    '-tags=remove_all_sd',
    '-ldflags=-X github.com/prometheus/common/version.Version=3.13.4',
  ],
  go: '1.25.0',
  otherwise: 'install Go 1.25 or later, or promtool 3 on PATH',
};
const cached = () => builtProgram(programs, 'promtool');

/** A promtool whose ranges exclude their start: from PATH, else from our cache, else built into it. */
export const promtool3: Part<'promtool'> = {
  name: 'promtool 3',
  async find() {
    for (const file of [onPath(['promtool']), cached()]) {
      if (file !== undefined && (await isExpected(file))) return { promtool: file };
    }
    return undefined;
  },
  async bring(say) {
    await buildGoPrograms(programs, say);
    if (!(await isExpected(cached()))) {
      throw new UserError(`${cached()} does not run on this machine; ${programs.otherwise}.`);
    }
    return { promtool: cached() };
  },
};

async function isExpected(file: string): Promise<boolean> {
  return (await versionOf(file, 'promtool'))?.major === 3;
}
