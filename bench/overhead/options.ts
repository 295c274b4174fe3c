import { UserError } from '../../scripts/user-error';

/** How long each part of the picture lasts. Durations in seconds. */
export interface OverheadPlan {
  readonly quick: boolean;
  readonly intervalSeconds: number;
  readonly absentSeconds: number;
  readonly presentSeconds: number;
  readonly scrapedSeconds: number;
}

const full: OverheadPlan = {
  quick: false,
  intervalSeconds: 15,
  absentSeconds: 90,
  presentSeconds: 90,
  scrapedSeconds: 240,
};

const quick: OverheadPlan = {
  quick: true,
  intervalSeconds: 15,
  absentSeconds: 20,
  presentSeconds: 20,
  scrapedSeconds: 80,
};

export const usage = `Usage: npm run bench:overhead -- [--quick] [--json]
  --quick  ends within three minutes
  --json   the last line is one JSON object with the same figures`;

/** @throws UserError with exit status 2 for whatever is not an option */
export function parseOptions(args: readonly string[]): { plan: OverheadPlan; json: boolean } {
  const unknown = args.find((arg) => arg !== '--quick' && arg !== '--json');
  if (unknown !== undefined) {
    throw new UserError(`There is no option ${JSON.stringify(unknown)}.\n${usage}`, 2);
  }
  return { plan: args.includes('--quick') ? quick : full, json: args.includes('--json') };
}
