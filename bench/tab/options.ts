import { UserError } from '../../scripts/user-error';

/** How large the data set is and how often the page refreshes. */
export interface TabPlan {
  readonly quick: boolean;
  /** Nodes beside the one that the tab shows. */
  readonly otherNodes: number;
  readonly hours: number;
  /** Openings of the tab that are measured. */
  readonly openings: number;
  /** The heap is compared after the first and after the second number of refreshes. */
  readonly refreshes: readonly [number, number];
}

const full: TabPlan = {
  quick: false,
  otherNodes: 499,
  hours: 24,
  openings: 11,
  refreshes: [50, 500],
};

const quick: TabPlan = { quick: true, otherNodes: 9, hours: 4, openings: 3, refreshes: [10, 50] };

export const usage = `Usage: npm run bench:tab -- [--quick] [--json]
  --quick  ten nodes and four hours of data, and fewer refreshes
  --json   the last line is one JSON object with the same figures`;

/** @throws UserError with exit status 2 for whatever is not an option */
export function parseOptions(args: readonly string[]): { plan: TabPlan; json: boolean } {
  const unknown = args.find((arg) => arg !== '--quick' && arg !== '--json');
  if (unknown !== undefined) {
    throw new UserError(`There is no option ${JSON.stringify(unknown)}.\n${usage}`, 2);
  }
  return { plan: args.includes('--quick') ? quick : full, json: args.includes('--json') };
}
