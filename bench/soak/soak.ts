import type { Lifetime } from '../../demo/launcher/lifetime';
import { makeSubtree } from '../cgroups/subtree';
import { sizes } from '../cost/sizes';
import { startCrowd } from '../crowd/crowd';
import { buildAgent } from '../exporters/agent';
import { scrape, seriesIn } from '../exporters/scrape';
import { churnUntil } from './churn';
import type { SoakPoint } from './judge';
import { SoakedAgent } from './soaked-agent';

const looks = 20;
/** Until every name has come and gone, and code has been compiled. */
const warmUpShare = 0.4;
export const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(2);

/** Who runs it, and on what. */
export interface Soak {
  readonly lifetime: Lifetime;
  /** The Node.js that runs the agent. */
  readonly nodejs: string;
  readonly say: (line: string) => void;
}

/**
 * Scrapes the built agent again and again while processes, units and names come and go.
 * @returns what it held at each look after the warm-up
 * @throws UserError when the agent ends meanwhile
 */
export async function soak(scrapes: number, { lifetime, nodejs, say }: Soak): Promise<SoakPoint[]> {
  const tree = await makeSubtree('soak');
  lifetime.add(() => tree.remove());
  await buildAgent();
  const shape = sizes.find(({ name }) => name === 'small')?.shape;
  if (!shape) throw new Error('Expected a size small, found none.');
  await startCrowd(tree.make('crowd.slice'), shape);
  const agent = await SoakedAgent.start(lifetime, nodejs);
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
  return points.slice(Math.round(points.length * warmUpShare));
}
