import { beginLifetime, type Lifetime } from '../demo/launcher/lifetime';
import { reportFailure } from '../scripts/user-error';
import { ChurnLoad } from './accuracy/churn';
import { churnRow } from './accuracy/churn-rows';
import { closureRow, type ClosureRow, closureUnit, prepareClosure } from './accuracy/closure';
import { type Plan, parseOptions } from './accuracy/options';
import { Recorder } from './accuracy/recorder';
import { asMarkdown, type Report } from './accuracy/report';
import { type Figures, judge } from './accuracy/targets';
import { unitWindows } from './accuracy/unit-windows';
import { allWorkloads, watchedUnitOf } from './accuracy/workloads';
import type { Cgroup } from './cgroups/cgroup';
import { makeSubtree } from './cgroups/subtree';
import { buildAgent, startAgent } from './exporters/agent';
import { startProcessExporter } from './exporters/process-exporter';
import { describeMachine } from './machine';
import { formatted, writeResults } from './report/results';

async function measure(plan: Plan, lifetime: Lifetime): Promise<Figures> {
  const tree = await makeSubtree('bench');
  lifetime.add(() => tree.remove());
  await buildAgent();
  const watched = new Map<string, Cgroup>();
  const load = await ChurnLoad.prepare(tree, watched);
  const phases = await prepareClosure(tree, watched);
  const other = await startProcessExporter(lifetime);
  const agent = await startAgent(lifetime, plan);
  const urls = { agent: agent.url, processExporter: other.url as string | undefined };
  const recorder = new Recorder(urls, watched, plan.intervalSeconds * 1000);
  const { scrapes } = recorder;

  say(`Churn for ${plan.churnSeconds} s …`);
  await recorder.scrape();
  const running = load.run(plan.churnSeconds);
  await recorder.scrapeDuring(running);
  const own = await running;
  // What was born last shows 0 for a little more than an interval, and its time after.
  for (let i = 0; i < 3; i++) await recorder.scrape();
  const churn = allWorkloads.map((workload) => churnRow(workload, scrapes));
  const { windowSeconds } = plan;
  const churned = unitWindows(scrapes, 0, windowSeconds, allWorkloads.map(watchedUnitOf));
  await Promise.all([load.end(), other.stop()]);
  urls.processExporter = undefined;

  const closure: ClosureRow[] = [];
  const begin = scrapes.length;
  for (const phase of phases) {
    say(`The node ${phase.title}, for ${plan.closureSeconds} s …`);
    const first = scrapes.length;
    await recorder.scrape();
    // A second more, so that the last scrape still finds it under this load.
    await recorder.scrapeDuring(phase.run(plan.closureSeconds + 1));
    closure.push(closureRow(phase.title, scrapes.slice(first)));
  }
  const unit = { units: [closureUnit], watchedAs: closureUnit };
  const loaded = unitWindows(scrapes, begin, windowSeconds, [unit]);
  return { churn, own, closure, windows: { churned, loaded } };
}

async function main(args: readonly string[]): Promise<void> {
  const { plan, json } = parseOptions(args);
  const machine = await describeMachine();
  const lifetime = beginLifetime();
  try {
    const { own, ...figures } = await lifetime.during(measure(plan, lifetime));
    const report: Report = {
      date: new Date().toISOString().slice(0, 10),
      plan,
      machine,
      figures,
      ownSeconds: Object.fromEntries([...own].map(([id, usec]) => [id, usec / 1_000_000])),
      targets: judge({ own, ...figures }),
    };
    const markdown = asMarkdown(report);
    say(`\n${await formatted(markdown)}`);
    say(
      `Written to ${await writeResults(`accuracy-${report.date}${plan.quick ? '-quick' : ''}`, report, markdown)}.md and .json`,
    );
    if (json) say(JSON.stringify(report));
  } finally {
    await lifetime.end();
  }
}

function say(line: string): void {
  console.log(line);
}

main(process.argv.slice(2)).catch(reportFailure);
