import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../scripts/project-folder';
import { reportFailure, UserError } from '../scripts/user-error';
import type { CostReport } from './cost/report';
import { sizes } from './cost/sizes';
import type { OverheadReport } from './overhead/report';
import { withFigures } from './plots/marked-part';
import { performanceFigures, type StoredSize } from './plots/performance-figures';
import { growthPlots, overheadPlot } from './plots/pictures';
import { formatted } from './report/results';
import { newestResults, type Stored } from './report/stored-results';
import type { TabReport } from './tab/report';

const docs = path.join(projectFolder, 'docs');
const page = path.join(docs, 'performance.md');

/** Every file that is made from stored results, with its text. */
async function filesFromResults(): Promise<Map<string, string>> {
  const measured = await newestSizes();
  const growth = await stored<CostReport>('cost', (report) => report.growth.length > 0);
  const overhead = await stored<OverheadReport>('overhead', () => true);
  const tab = await stored<TabReport>('tab', () => true);
  const plots = { growth: growthPlots(growth.report), overhead: overheadPlot(overhead.report) };
  const figures = performanceFigures({ sizes: measured, growth, overhead, tab }, plots);
  const text = withFigures(await readFile(page, 'utf8'), figures);
  return new Map([
    [page, await formatted(text)],
    ...[...plots.growth, plots.overhead].map(
      ({ file, svg }) => [path.join(docs, 'pictures', file), svg] as const,
    ),
  ]);
}

/** What was found out about each size last; those that were never measured are left out. */
async function newestSizes(): Promise<StoredSize[]> {
  const found: StoredSize[] = [];
  for (const { name } of sizes) {
    const results = await newestResults<CostReport>('cost', (report) =>
      report.sizes.some(({ size }) => size === name),
    );
    const figures = results?.report.sizes.find(({ size }) => size === name);
    if (results && figures) found.push({ figures, from: results });
  }
  return found;
}

async function stored<Report>(
  bench: string,
  isWanted: (report: Report) => boolean,
): Promise<Stored<Report>> {
  const results = await newestResults(bench, isWanted);
  if (results) return results;
  throw new UserError(
    `There are not all results of ${bench} in bench/results; make them by npm run bench:${bench}.`,
  );
}

async function main(args: readonly string[]): Promise<void> {
  const check = args[0] === '--check';
  if (args.length > (check ? 1 : 0)) {
    throw new UserError(`Usage: npm run plots [-- --check], found ${args.join(' ')}.`, 2);
  }
  const stale: string[] = [];
  for (const [file, text] of await filesFromResults()) {
    const name = path.relative(projectFolder, file);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    stale.push(name);
    if (check) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`Written: ${name}`);
  }
  if (check && stale.length > 0) {
    throw new UserError(
      `${stale.join(', ')}: not what the newest results in bench/results say; run npm run plots.`,
    );
  }
}

main(process.argv.slice(2)).catch(reportFailure);
