import { beginLifetime, type Lifetime } from '../demo/launcher/lifetime';
import { nodejs, nodejsVersion } from '../scripts/parts/nodejs';
import { provide } from '../scripts/parts/part';
import { reportFailure } from '../scripts/user-error';
import { makeSubtree } from './cgroups/subtree';
import type { MissingSize, SizeFigures } from './cost/figures';
import { axes, type GrowthPoint } from './cost/growth';
import { measureGrowth } from './cost/measure-growth';
import { type Bench, measureSize } from './cost/measure-size';
import { type CostOptions, type Plan, parseOptions } from './cost/options';
import { asMarkdown, type CostReport } from './cost/report';
import { judge } from './cost/targets';
import { buildAgent } from './exporters/agent';
import { describeMachine } from './machine';
import { formatted, writeResults } from './report/results';

async function measure(plan: Plan, lifetime: Lifetime) {
  const tree = await makeSubtree('cost');
  lifetime.add(() => tree.remove());
  const { node } = await provide(nodejs, say);
  await buildAgent();
  const bench: Bench = { lifetime, tree, nodejs: node, say };
  const sizes: (SizeFigures | MissingSize)[] = [];
  for (const size of plan.sizes) sizes.push(await measureSize(bench, size, plan));
  const growth: GrowthPoint[] = [];
  for (const axis of plan.growth ? axes : []) growth.push(...(await measureGrowth(bench, axis)));
  return { sizes, growth };
}

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const { plan } = options;
  const machine = await describeMachine(`v${nodejsVersion}`);
  const lifetime = beginLifetime();
  try {
    const { sizes, growth } = await lifetime.during(measure(plan, lifetime));
    const report: CostReport = {
      date: new Date().toISOString().slice(0, 10),
      command: commandOf(args),
      intervalSeconds: plan.intervalSeconds,
      scrapes: plan.scrapes,
      warmUpScrapes: plan.warmUpScrapes,
      machine,
      sizes,
      growth,
      targets: judge(sizes, growth, plan.allFamilies),
    };
    await tell(report, options);
  } finally {
    await lifetime.end();
  }
}

async function tell(report: CostReport, { json, suffix }: CostOptions): Promise<void> {
  const markdown = asMarkdown(report);
  say(`\n${await formatted(markdown)}`);
  const file = await writeResults(`cost-${report.date}${suffix}`, report, markdown);
  say(`Written to ${file}.md and .json`);
  if (json) say(JSON.stringify(report));
}

function commandOf(args: readonly string[]): string {
  const repeated = args.filter((arg) => arg !== '--json');
  return `npm run bench:cost${repeated.length > 0 ? ` -- ${repeated.join(' ')}` : ''}`;
}

function say(line: string): void {
  console.log(line);
}

main(process.argv.slice(2)).catch(reportFailure);
