import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginLifetime, type Lifetime } from '../demo/launcher/lifetime';
import { startPrometheus, writeConfiguration } from '../demo/launcher/prometheus';
import { nodejs, nodejsVersion } from '../scripts/parts/nodejs';
import { provide } from '../scripts/parts/part';
import { prometheus } from '../scripts/parts/prometheus';
import { reportFailure } from '../scripts/user-error';
import { makeSubtree } from './cgroups/subtree';
import { startCrowd } from './crowd/crowd';
import { sizes, targetSize } from './cost/sizes';
import { buildAgent, startAgent } from './exporters/agent';
import { describeMachine } from './machine';
import { type OverheadPlan, parseOptions } from './overhead/options';
import { asMarkdown, type OverheadReport } from './overhead/report';
import {
  type Phase,
  phaseFigures,
  type PhaseName,
  type Reading,
  samplesOf,
} from './overhead/samples';
import { formatted, writeResults } from './report/results';

async function measure(plan: OverheadPlan, lifetime: Lifetime) {
  const { intervalSeconds } = plan;
  const tree = await makeSubtree('overhead');
  lifetime.add(() => tree.remove());
  const [programs, { node }] = [await provide(prometheus, say), await provide(nodejs, say)];
  await buildAgent();
  const shape = sizes.find(({ name }) => name === targetSize)?.shape;
  if (!shape) throw new Error(`Expected a size ${targetSize}, found none.`);
  await startCrowd(tree.make('crowd.slice'), shape);
  const [agentCgroup, prometheusCgroup] = [
    tree.make('agent.service'),
    tree.make('prometheus.service'),
  ];
  const folder = await writeConfiguration();
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const scraper = await startPrometheus(lifetime, programs.prometheus, folder);
  prometheusCgroup.enter(scraper.pid);

  const readings: Reading[] = [];
  const phases: Phase[] = [];
  const beginMs = performance.now();
  const seconds = () => (performance.now() - beginMs) / 1000;
  const watch = async (name: PhaseName, forSeconds: number) => {
    say(`${name}, for ${forSeconds} s …`);
    const fromSeconds = seconds();
    for (let i = 0; i <= forSeconds; i++) {
      await sleep(Math.max(0, (fromSeconds + i - seconds()) * 1000));
      readings.push({
        atSeconds: seconds(),
        agentUsec: agentCgroup.usageUsec(),
        prometheusUsec: prometheusCgroup.usageUsec(),
      });
    }
    phases.push({ name, fromSeconds, toSeconds: seconds() });
  };

  await watch('absent', plan.absentSeconds);
  const agent = await startAgent(lifetime, {
    intervalSeconds,
    nodejs: node,
    procsFiles: [agentCgroup.procsFile],
  });
  await watch('present', plan.presentSeconds);
  const target = new URL(agent.url).host;
  const scraping = await writeConfiguration({ target, node: 'bench', intervalSeconds });
  lifetime.add(() => rm(scraping, { recursive: true, force: true }));
  await copyFile(path.join(scraping, 'prometheus.yml'), path.join(folder, 'prometheus.yml'));
  process.kill(scraper.pid, 'SIGHUP');
  await watch('scraped', plan.scrapedSeconds);
  return {
    phases: phases.map((phase) => phaseFigures(readings, phase)),
    samples: samplesOf(readings),
  };
}

async function main(args: readonly string[]): Promise<void> {
  const { plan, json } = parseOptions(args);
  const machine = await describeMachine(`v${nodejsVersion}`);
  const lifetime = beginLifetime();
  try {
    const report: OverheadReport = {
      date: new Date().toISOString().slice(0, 10),
      command: `npm run bench:overhead${plan.quick ? ' -- --quick' : ''}`,
      intervalSeconds: plan.intervalSeconds,
      machine,
      ...(await lifetime.during(measure(plan, lifetime))),
    };
    const markdown = asMarkdown(report);
    say(`\n${await formatted(markdown)}`);
    const name = `overhead-${report.date}${plan.quick ? '-quick' : ''}`;
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
