import { readFileSync, rmSync } from 'node:fs';

/** How many tests of a suite passed and how many did not. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What the JSON reporter of Jest writes, as far as we read it. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** What the JSON reporter of Playwright writes, as far as we read it. */
interface PlaywrightReport {
  readonly stats: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
  /** Faults outside of any test, as in a file that does not load. */
  readonly errors: readonly unknown[];
}

/** The tally in the text of a report. What did not pass has failed: a skipped test is no pass. */
export function tallyOf(reportText: string): Tally {
  const report = JSON.parse(reportText) as JestReport | PlaywrightReport;
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length };
  }
  const { numPassedTests: passed, numTotalTests, numRuntimeErrorTestSuites } = report;
  return { passed, failed: numTotalTests - passed + numRuntimeErrorTestSuites };
}

/**
 * Runs a suite and reads its report. A suite that ends badly counts at least one failure, also when it
 * wrote no report; one that ran nothing has failed, too.
 */
export async function tallySuite(reportFile: string, run: () => Promise<number>): Promise<Tally> {
  // A report of an earlier run must not speak for this one.
  rmSync(reportFile, { force: true });
  const status = await run();
  const { passed, failed } = readTally(reportFile);
  const bad = status !== 0 || passed === 0;
  return { passed, failed: bad ? Math.max(failed, 1) : failed };
}

function readTally(file: string): Tally {
  try {
    return tallyOf(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`No report of the suite in ${file}: ${(error as Error).message}`);
    return { passed: 0, failed: 1 };
  }
}

/** All tallies as one. */
export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}
