import { chromium as browserType } from '@playwright/test';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { buildAll } from '../demo/launcher/builds';
import { beginLifetime, type Lifetime } from '../demo/launcher/lifetime';
import { dataFolder, startPrometheus, writeConfiguration } from '../demo/launcher/prometheus';
import { createConsoleHost } from '../demo/server/console-host';
import { openPage } from '../demo/server/listen';
import { machineNode } from '../demo/server/machine-node';
import { chromium } from '../scripts/parts/chromium';
import { chromiumFlags } from '../scripts/parts/chromium-flags';
import { provide } from '../scripts/parts/part';
import { prometheus } from '../scripts/parts/prometheus';
import { projectFolder } from '../scripts/project-folder';
import { reportFailure } from '../scripts/user-error';
import { describeMachine } from './machine';
import { formatted, writeResults } from './report/results';
import { shownNode } from './tab/cluster-series';
import { provideDataSet, type DataSet } from './tab/data-set';
import { measureHeap, measureOpening, type Opening } from './tab/openings';
import { type TabPlan, parseOptions } from './tab/options';
import { asMarkdown, type TabReport } from './tab/report';

/** The page of a console before a Prometheus with the data set. */
async function serve(data: DataSet, program: string, lifetime: Lifetime): Promise<string> {
  const folder = await writeConfiguration();
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  await symlink(data.folder, dataFolder(folder));
  const running = await startPrometheus(lifetime, program, folder);
  const page = await openPage(0);
  lifetime.add(() => page.close());
  page.serve(
    createConsoleHost({
      hostFolder: path.join(projectFolder, 'dist', 'host'),
      pluginFolder: path.join(projectFolder, 'dist', 'plugin'),
      installation: { agentNamespace: 'host-processes', scrapeIntervalSeconds: 15 },
      nodes: [machineNode(shownNode)],
      prometheusUrl: running.url,
    }),
  );
  return page.url;
}

async function measure(plan: TabPlan, lifetime: Lifetime) {
  const programs = await provide(prometheus, say);
  const { chromium: executablePath } = await provide(chromium, say);
  await buildAll(say, lifetime.signal);
  const data = await provideDataSet(plan, programs.promtool, say);
  const url = await serve(data, programs.prometheus, lifetime);
  const browser = await browserType.launch({ executablePath, args: chromiumFlags() });
  lifetime.add(() => browser.close());
  const openings: Opening[] = [];
  for (let i = 0; i <= plan.openings; i++) {
    const opening = await measureOpening(browser, url);
    say(`Opening ${i}: ${opening.completeMs.toFixed(0)} ms, ${opening.requests} requests`);
    // The first warms up Prometheus and the machine's cache of files.
    if (i > 0) openings.push(opening);
  }
  say(`Refreshing ${plan.refreshes[1]} times …`);
  const heaps = await measureHeap(browser, url, plan.refreshes);
  return {
    data: {
      nodes: plan.otherNodes + 1,
      hours: plan.hours,
      bytes: data.bytes,
      series: data.series,
      samples: data.samples,
    },
    openings,
    heap: heaps.map((bytes, i) => ({ refreshes: plan.refreshes[i] ?? 0, bytes })),
  };
}

async function main(args: readonly string[]): Promise<void> {
  const { plan, json } = parseOptions(args);
  const machine = await describeMachine();
  const lifetime = beginLifetime();
  try {
    const report: TabReport = {
      date: new Date().toISOString().slice(0, 10),
      command: `npm run bench:tab${plan.quick ? ' -- --quick' : ''}`,
      machine,
      ...(await lifetime.during(measure(plan, lifetime))),
    };
    const markdown = asMarkdown(report);
    say(`\n${await formatted(markdown)}`);
    const name = `tab-${report.date}${plan.quick ? '-quick' : ''}`;
    say(`Written to ${await writeResults(name, report, markdown)}.md and .json`);
    if (json) say(JSON.stringify(report));
  } finally {
    await lifetime.end();
  }
}

function say(line: string): void {
  console.log(line);
}

main(process.argv.slice(2)).catch(reportFailure);
