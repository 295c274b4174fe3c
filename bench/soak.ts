import { beginLifetime } from '../demo/launcher/lifetime';
import { nodejs } from '../scripts/parts/nodejs';
import { provide } from '../scripts/parts/part';
import { reportFailure, UserError } from '../scripts/user-error';
import { descriptorBound, heldBoundBytes, judgeSoak } from './soak/judge';
import { parseOptions } from './soak/options';
import { mib, soak } from './soak/soak';

async function main(args: readonly string[]): Promise<void> {
  const scrapes = parseOptions(args);
  const { node } = await provide(nodejs, say);
  const lifetime = beginLifetime();
  try {
    const points = await lifetime.during(soak(scrapes, { lifetime, nodejs: node, say }));
    const { heldGrowthBytes, descriptorGrowth, passed } = judgeSoak(points);
    const figures = `after ${points[0]?.scrapes ?? 0} scrapes it grew by ${mib(heldGrowthBytes)} MiB (bound ${mib(heldBoundBytes)}) and ${descriptorGrowth.toFixed(0)} descriptors (bound ${descriptorBound})`;
    if (!passed) throw new UserError(`The agent grows: ${figures}.`);
    say(`The agent does not grow: ${figures}.`);
  } finally {
    await lifetime.end();
  }
}

function say(line: string): void {
  console.log(line);
}

main(process.argv.slice(2)).catch(reportFailure);
