import { UserError } from '../../scripts/user-error';
import { type Size, sizes } from './sizes';

/** How a run is measured. */
export interface Plan {
  readonly quick: boolean;
  readonly sizes: readonly Size[];
  /** Whether to measure how cost grows. */
  readonly growth: boolean;
  /** Between scrapes, and what the agent is told with `--scrape-interval`. */
  readonly intervalSeconds: number;
  /**
   * What is scraped before it counts, quickly: the first passes learn who is there, and Node.js compiles
   * what it runs often, which it does once in the life of the agent.
   */
  readonly warmUpScrapes: number;
  readonly warmUpIntervalSeconds: number;
  readonly scrapes: number;
  /** Scrapes in which the event loop is watched; their CPU time does not count. */
  readonly watchedScrapes: number;
  /** Whether both expose every family there is, but what walks all pages of a process. */
  readonly allFamilies: boolean;
}

export interface CostOptions {
  readonly plan: Plan;
  readonly json: boolean;
  /** What the results are called, without their date: what was measured, when it is not everything. */
  readonly suffix: string;
}

const growthName = 'growth';
const names = [...sizes.map(({ name }) => name), growthName];

export const usage = `Usage: npm run bench:cost -- [--size NAME] [--quick] [--all-families] [--json]
  --size   measures one of ${names.join(', ')}; without it all of them
  --quick  ends within three minutes: small and node alone, a scrape interval of 5 s in place of 15 s
  --all-families
           with everything that process-exporter exposes, without smaps on both sides
  --json   the last line is one JSON object with the same figures`;

/** @throws UserError with exit status 2 for whatever is not an option */
export function parseOptions(args: readonly string[]): CostOptions {
  let asked: string | undefined;
  let [quick, json, allFamilies] = [false, false, false];
  const words = args.flatMap((arg) => (arg.startsWith('--size=') ? ['--size', arg.slice(7)] : arg));
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === '--quick') quick = true;
    else if (word === '--json') json = true;
    else if (word === '--all-families') allFamilies = true;
    else if (word === '--size') asked = sizeName(words[++i]);
    else throw new UserError(`There is no option ${JSON.stringify(word)}.\n${usage}`, 2);
  }
  const plan: Plan = {
    quick,
    sizes: sizes.filter(({ name }) =>
      asked === undefined ? !quick || name === 'small' || name === 'node' : name === asked,
    ),
    growth: asked === undefined ? !quick && !allFamilies : asked === growthName,
    intervalSeconds: quick ? 5 : 15,
    // What an agent that is scraped every 15 s has behind it after seven and a half hours. At 1,500 V8 compiles
    // for the last time what runs twice in each scrape, Node.js's queues among them.
    warmUpScrapes: quick ? 15 : 1800,
    // More than a second with the time that belongs to a scrape: one pass serves all who ask within that.
    warmUpIntervalSeconds: 0.85,
    scrapes: quick ? 6 : 24,
    watchedScrapes: quick ? 2 : 5,
    allFamilies,
  };
  const of = asked === undefined ? '' : `-${asked}`;
  const suffix = `${of}${allFamilies ? '-all-families' : ''}${quick ? '-quick' : ''}`;
  return { plan, json, suffix };
}

function sizeName(given: string | undefined): string {
  if (given !== undefined && names.includes(given)) return given;
  throw new UserError(
    `Option --size expects one of ${names.join(', ')}, found ${given === undefined ? 'nothing' : JSON.stringify(given)}.\n${usage}`,
    2,
  );
}
