import { beginLifetime, type Lifetime } from '../demo/launcher/lifetime';
import { nodejs } from '../scripts/parts/nodejs';
import { provide } from '../scripts/parts/part';
import { reportFailure, UserError } from '../scripts/user-error';
import { makeSubtree } from './cgroups/subtree';
import { startCrowd } from './crowd/crowd';
import { sizes } from './cost/sizes';
import { buildAgent } from './exporters/agent';
import { scrape, seriesIn } from './exporters/scrape';
import { churnUntil } from './soak/churn';
import { descriptorBound, heldBoundBytes, judgeSoak, type SoakPoint } from './soak/judge';
import { parseOptions } from './soak/options';
import { SoakedAgent } from './soak/soaked-agent';

const looks = 20;
/** Until every name has come and gone, and code has been compiled. */
const warmUpShare = 0.4;
const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(2);

async function soak(scrapes: number, lifetime: Lifetime): Promise<SoakPoint[]> {
  const tree = await makeSubtree('soak');
  lifetime.add(() => tree.remove());
  const { node } = await provide(nodejs, say);
  await buildAgent();
  const shape = sizes.find(({ name }) => name === 'small')?.shape;
  if (!shape) throw new Error('Expected a size small, found none.');
  await startCrowd(tree.make('crowd.slice'), shape);
  const agent = await SoakedAgent.start(lifetime, node);
  const ending = new AbortController();
  const churn = churnUntil(tree, ending.signal);
  // Awaited below; it may fail while a scrape is under way.
  const churned = churn.catch(() => ending.abort());
  // Before the cgroups are removed: it would make others.
  lifetime.add(() => {
    ending.abort();
    return churned;
  });

  say(`${scrapes} scrapes, garbage collected after every ${Math.round(scrapes / looks)}:`);
  const points: SoakPoint[] = [];
  for (let i = 1; i <= scrapes && !ending.signal.aborted; i++) {
    const { text } = await scrape(agent.url);
    if (i % Math.round(scrapes / looks) > 0) continue;
    const point = { scrapes: i, ...(await agent.collectGarbage()) };
    points.push(point);
    say(
      `${String(i).padStart(6)}: holds ${mib(point.heldBytes)} MiB, resident ${mib(point.residentBytes)} MiB, ${point.descriptors} descriptors, ${seriesIn(text)} series`,
    );
  }
  ending.abort();
  await churn;
  return points;
}

async function main(args: readonly string[]): Promise<void> {
  const scrapes = parseOptions(args);
  const lifetime = beginLifetime();
  try {
    const points = await lifetime.during(soak(scrapes, lifetime));
    const counted = points.slice(Math.round(points.length * warmUpShare));
    const { heldGrowthBytes, descriptorGrowth, passed } = judgeSoak(counted);
    const figures = `after ${counted[0]?.scrapes ?? 0} scrapes it grew by ${mib(heldGrowthBytes)} MiB (bound ${mib(heldBoundBytes)}) and ${descriptorGrowth.toFixed(0)} descriptors (bound ${descriptorBound})`;
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
