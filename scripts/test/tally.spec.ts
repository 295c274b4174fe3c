import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tallyOf, tallySuite, total } from './tally';

const jestReport = (passed: number, all: number, broken = 0) =>
  JSON.stringify({ numPassedTests: passed, numTotalTests: all, numRuntimeErrorTestSuites: broken });

const playwrightReport = (stats: Partial<Record<string, number>>, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('tallyOf', () => {
  it('counts everything in a Jest report that did not pass, and files that did not load', () => {
    expect(tallyOf(jestReport(7, 10, 2))).toEqual({ passed: 7, failed: 5 });
  });

  it('counts flaky and skipped journeys and faults outside of tests as failed', () => {
    const report = playwrightReport({ expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, [
      'fault',
    ]);
    expect(tallyOf(report)).toEqual({ passed: 5, failed: 4 });
  });
});

describe('tallySuite', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'tally-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const tally = (status: number, report?: string) => {
    const file = path.join(folder, 'report.json');
    writeFileSync(file, jestReport(99, 99));
    return tallySuite(file, () => {
      if (report !== undefined) writeFileSync(file, report);
      return Promise.resolve(status);
    });
  };

  it('takes the numbers of the report', async () => {
    await expect(tally(0, jestReport(3, 3))).resolves.toEqual({ passed: 3, failed: 0 });
  });

  it('does not believe a report without failures when the suite ended badly', async () => {
    await expect(tally(1, jestReport(3, 3))).resolves.toEqual({ passed: 3, failed: 1 });
  });

  it('takes a suite that ran nothing for failed', async () => {
    await expect(tally(0, jestReport(0, 0))).resolves.toEqual({ passed: 0, failed: 1 });
  });

  it('does not take the report of an earlier run', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(tally(0)).resolves.toEqual({ passed: 0, failed: 1 });
  });
});

it('adds suites up', () => {
  expect(
    total([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
});
