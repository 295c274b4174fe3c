import { UserError } from '../../scripts/user-error';

export const usage = `Usage: npm run bench:soak -- [--scrapes=N]
  --scrapes  how often the agent is asked, at least 100; 10000 if not given`;

const fewest = 100;

/**
 * @returns how many scrapes
 * @throws UserError with exit status 2 for whatever is not an option
 */
export function parseOptions(args: readonly string[]): number {
  let scrapes = 10_000;
  for (const arg of args) {
    const given = /^--scrapes=(.*)$/.exec(arg)?.[1];
    if (given === undefined) {
      throw new UserError(`There is no option ${JSON.stringify(arg)}.\n${usage}`, 2);
    }
    scrapes = /^\d{1,9}$/.test(given) ? Number(given) : 0;
    if (scrapes < fewest) {
      throw new UserError(
        `Option --scrapes expects a whole number of at least ${fewest}, found ${JSON.stringify(given)}.\n${usage}`,
        2,
      );
    }
  }
  return scrapes;
}
