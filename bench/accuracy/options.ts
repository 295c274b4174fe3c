import { UserError } from '../../scripts/user-error';

/** How a run is measured. All durations in seconds. */
export interface Plan {
  readonly quick: boolean;
  /** Between scrapes, and what the agent is told with `--scrape-interval`. */
  readonly intervalSeconds: number;
  /** How long the churn workloads run. */
  readonly churnSeconds: number;
  /** How long each of idle, half loaded, fully loaded lasts. */
  readonly closureSeconds: number;
  /** Over what time the groups of a unit are compared with its cgroup. */
  readonly windowSeconds: number;
}

export interface BenchOptions {
  readonly plan: Plan;
  readonly json: boolean;
}

const full: Plan = {
  quick: false,
  intervalSeconds: 15,
  churnSeconds: 300,
  closureSeconds: 300,
  windowSeconds: 60,
};

const quick: Plan = {
  quick: true,
  intervalSeconds: 5,
  churnSeconds: 40,
  closureSeconds: 30,
  windowSeconds: 20,
};

export const usage = `Usage: npm run bench:accuracy -- [--quick] [--json]
  --quick  ends within three minutes, with a scrape interval of 5 s in place of 15 s
  --json   the last line is one JSON object with the same figures`;

/** @throws UserError with exit status 2 for whatever is not an option */
export function parseOptions(args: readonly string[]): BenchOptions {
  const unknown = args.find((arg) => arg !== '--quick' && arg !== '--json');
  if (unknown !== undefined) {
    throw new UserError(`There is no option ${JSON.stringify(unknown)}.\n${usage}`, 2);
  }
  return { plan: args.includes('--quick') ? quick : full, json: args.includes('--json') };
}
