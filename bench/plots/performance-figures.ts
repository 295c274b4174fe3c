import { breakdownTable } from '../cost/breakdown';
import { growthAlong, growthIntervalSeconds, growthVisits, scrapesOf } from '../cost/growth';
import type { MissingSize, SizeFigures } from '../cost/figures';
import type { CostReport } from '../cost/report';
import { sizeTable } from '../cost/size-table';
import { judge } from '../cost/targets';
import { machineText } from '../machine';
import { type OverheadReport, phasesTable } from '../overhead/report';
import type { Stored } from '../report/stored-results';
import { targetsTable } from '../report/tables';
import { circumstances, targetsOf, type TabReport } from '../tab/report';
import type { Picture } from './pictures';

/** A size that was measured, and the run that did. */
export interface StoredSize {
  readonly figures: SizeFigures | MissingSize;
  readonly from: Stored<CostReport>;
}

/** The part of docs/performance.md that holds figures, in Markdown. */
export function performanceFigures(
  results: {
    readonly sizes: readonly StoredSize[];
    readonly growth: Stored<CostReport>;
    readonly overhead: Stored<OverheadReport>;
    readonly tab: Stored<TabReport>;
  },
  plots: { readonly growth: readonly Picture[]; readonly overhead: Picture },
): string {
  const { sizes, growth, overhead, tab } = results;
  const active = growthAlong(growth.report.growth, 'active');
  const idle = growthAlong(growth.report.growth, 'idle');
  const figures = sizes.map((size) => size.figures);
  const targets = judge(figures, growth.report.growth);
  const usec = (ms: number) => (ms * 1000).toFixed(1);
  return `## What a scrape costs

${sourcesOf(sizes)}

${sizeTable(figures)}

The files named above have the figures in full, lowest and highest included.

${whereItGoes(figures)}### Targets

${targetsTable(targets)}

## How cost grows

${source(growth)}

One agent for each picture, warmed up on its largest crowd, scraped every ${growthIntervalSeconds} s, one thing varied at a time. Before each scrape each CPU's own caches are filled with something else, as they are on a node; where nobody is active they would be the agent's alone. Medians of ${scrapesOf('idle')} scrapes (along the active processes ${scrapesOf('active')}, in ${growthVisits.active} rounds over all crowds), without what Node.js's other threads used: the compiler has something to do whatever the crowd is, until it has compiled everything. An active process costs ${usec(active.slope)} µs of CPU a scrape, an idle one in a cgroup of idle ones ${usec(idle.slope)} µs (slopes of the straight lines, which explain ${(100 * active.fit).toFixed(0)} % and ${(100 * idle.fit).toFixed(0)} % of the differences).

${plots.growth.map(picture).join('\n\n')}

## Absent, present, scraped

${source(overhead)}

${phasesTable(overhead.report.phases)}

${picture(plots.overhead)}

The peak between _absent_ and _present_ is the agent's start; it is in neither row.

## The tab

${measured(tab, '')}

${circumstances(tab.report)} Browser, console and Prometheus share the machine.

${targetsTable(targetsOf(tab.report))}
`;
}

/** At the size that the targets speak of. */
function whereItGoes(sizes: readonly (SizeFigures | MissingSize)[]): string {
  const node = sizes.find((size) => size.size === 'node');
  if (!node || !('agent' in node) || !node.agent.breakdown) return '';
  return `### Where it goes\n\n${breakdownTable(node.agent.breakdown, node.floor)}\n\n`;
}

/** Several sizes may be of one run. */
function sourcesOf(sizes: readonly StoredSize[]): string {
  return [...new Set(sizes.map(({ from }) => source(from)))].join('\n\n');
}

function measured(
  { name, report }: Stored<CostReport | OverheadReport | TabReport>,
  how: string,
): string {
  return `Measured on ${report.date} by \`${report.command}\`${how} ([${name}](../bench/results/${name}.md)). ${machineText(report.machine)}`;
}

function source(stored: Stored<CostReport | OverheadReport>): string {
  return measured(stored, ', as root');
}

function picture({ file, title }: Picture): string {
  return `![${title}](pictures/${file})`;
}
