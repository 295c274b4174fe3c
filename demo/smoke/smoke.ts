import { chromium as browserType, type Page } from '@playwright/test';
import path from 'node:path';
import { chromium } from '../../scripts/parts/chromium';
import { chromiumFlags } from '../../scripts/parts/chromium-flags';
import { provide, type Say } from '../../scripts/parts/part';
import { projectFolder } from '../../scripts/project-folder';
import { UserError } from '../../scripts/user-error';
import type { Lifetime } from '../launcher/lifetime';
import type { Demo } from '../launcher/run-demo';
import type { BusyRecord } from './busy-record';
import { AccountOpen, closure } from './closure';
import { awaitJudgedRange, type JudgedRange } from './judged-range';
import { watchPage } from './page-faults';
import { ask, scrapeMoments } from './prometheus-question';
import { storedAccount } from './stored-account';
import { saveWholePage } from './tab-picture';
import { awaitDrawnTab, countDrawnPaths, readAccount, readNamedGroups } from './tab-reading';

const screenshot = path.join(projectFolder, 'artifacts', 'demo-smoke.png');

/** Drives a real browser to the tab and judges what stands there; answers the line that says so. */
export async function smoke(
  lifetime: Lifetime,
  demo: Demo,
  busy: BusyRecord,
  say: Say,
): Promise<string> {
  const page = await openBrowser(lifetime, say);
  const failOnFaults = watchPage(page);
  try {
    const verdict = await judge(page, lifetime, demo, busy, say);
    failOnFaults();
    return verdict;
  } finally {
    // A failed run is looked at, too.
    await saveWholePage(page, screenshot);
    say(`Screenshot: ${path.relative(projectFolder, screenshot)}`);
  }
}

async function judge(
  page: Page,
  lifetime: Lifetime,
  demo: Demo,
  busy: BusyRecord,
  say: Say,
): Promise<string> {
  say('Opening the tab and waiting for its first series …');
  await page.goto(demo.tabUrl);
  await awaitDrawnTab(page);

  say('Waiting for a minute between two scrapes …');
  const range = await awaitJudgedRange(() => scrapeMoments(demo.prometheusUrl), lifetime.signal);
  const busySeconds = await busy.between(range.startMs, range.endMs);

  say('Reading the account of that minute from the page …');
  await page.goto(pinned(demo.tabUrl, range));
  await awaitDrawnTab(page);
  const ratio = await closureOf(page, demo, range, busySeconds);
  const groups = await enoughGroups(page);
  await expectDrawnChart(page);
  await expectRecordedSeries(demo);
  return `demo ok: ${groups} groups, account closes at ${ratio.toFixed(3)}`;
}

async function closureOf(
  page: Page,
  demo: Demo,
  range: JudgedRange,
  busySeconds: number,
): Promise<number> {
  try {
    const rangeSeconds = (range.endMs - range.startMs) / 1000;
    return closure(await readAccount(page), rangeSeconds, busySeconds);
  } catch (error) {
    if (!(error instanceof AccountOpen)) throw error;
    const stored = await storedAccount(demo.prometheusUrl, range);
    throw new AccountOpen(`${error.message} ${stored}`);
  }
}

async function openBrowser(lifetime: Lifetime, say: Say): Promise<Page> {
  const program = await provide(chromium, say);
  const browser = await browserType.launch({
    executablePath: program.chromium,
    args: chromiumFlags(),
    // We end it ourselves, after what it shows has been read.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  lifetime.add(() => browser.close());
  return browser.newPage({ viewport: { width: 1500, height: 1200 } });
}

function pinned(tabUrl: string, { startMs, endMs }: JudgedRange): string {
  // A page of 100 rows: the count of groups is about the machine, not about paging.
  const state = { timeRange: endMs - startMs, endTime: endMs, hpPerPage: 100 };
  const search = new URLSearchParams(
    Object.entries(state).map(([key, value]) => [key, String(value)]),
  );
  return `${tabUrl}?${search.toString()}`;
}

async function enoughGroups(page: Page): Promise<number> {
  const names = await readNamedGroups(page);
  if (names.length >= 3) return names.length;
  throw new UserError(
    `The table names ${names.length} process groups (${names.join(', ')}), and at least 3 were expected.`,
  );
}

async function expectDrawnChart(page: Page): Promise<void> {
  if ((await countDrawnPaths(page)) === 0) {
    throw new UserError('The chart over time holds no line or area with an extent.');
  }
}

async function expectRecordedSeries(demo: Demo): Promise<void> {
  const recorded = await ask(demo.prometheusUrl, 'namedprocess_namegroup_cpu_rate');
  if (recorded.length > 0) return;
  throw new UserError(
    'The recording rule namedprocess_namegroup_cpu_rate has no series in Prometheus; see charts/host-processes/rules.',
  );
}
