import { type Machine, machineText } from '../machine';
import { spreadOf } from '../report/statistics';
import { table, targetsTable, type Target } from '../report/tables';
import type { Opening } from './openings';
import { limits } from './own-chunks';

/** Everything that a run found out. */
export interface TabReport {
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly data: {
    readonly nodes: number;
    readonly hours: number;
    readonly bytes: number;
    readonly series: number;
    readonly samples: number;
  };
  readonly openings: readonly Opening[];
  readonly heap: readonly { readonly refreshes: number; readonly bytes: number }[];
}

const mostMs = 1000;
const mostRequests = 8;
const mostTaskMs = 200;
/** Growth of the heap that garbage collection alone explains. */
const mostGrowth = 1.1;

function mib(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

/** The figures of issue 11, and what was measured: medians of the openings, but the longest task of all. */
export function targetsOf({ openings, heap }: TabReport): Target[] {
  const { median: completeMs } = spreadOf(openings.map((one) => one.completeMs));
  const requests = Math.max(...openings.map((one) => one.requests));
  const longest = Math.max(...openings.map((one) => one.longestTaskMs));
  const { tabBytes = 0, entryBytes = 0 } = openings[0] ?? {};
  const [first, last] = [heap[0], heap.at(-1)];
  const growth = first && last ? last.bytes / first.bytes : NaN;
  return [
    {
      target: 'from the click to the first complete picture: at most 1 s (median)',
      measured: `${completeMs.toFixed(0)} ms`,
      reached: completeMs <= mostMs,
    },
    {
      target: `requests to Prometheus: at most ${mostRequests}`,
      measured: String(requests),
      reached: requests <= mostRequests,
    },
    {
      target: `no task over ${mostTaskMs} ms`,
      measured: longest === 0 ? 'none over 50 ms' : `${longest.toFixed(0)} ms`,
      reached: longest <= mostTaskMs,
    },
    {
      target: `the tab's own code, compressed: at most ${kib(limits.tabBytes)}`,
      measured: kib(tabBytes),
      reached: tabBytes <= limits.tabBytes,
    },
    {
      target: `the entry script, compressed: at most ${kib(limits.entryBytes)}`,
      measured: kib(entryBytes),
      reached: entryBytes <= limits.entryBytes,
    },
    {
      target: `heap after ${last?.refreshes ?? 0} refreshes as after ${first?.refreshes ?? 0} (at most a tenth more)`,
      measured: `${mib(last?.bytes ?? NaN)} after ${mib(first?.bytes ?? NaN)}`,
      reached: growth <= mostGrowth,
    },
  ];
}

/** What was measured before what, in one paragraph. */
export function circumstances({ data }: TabReport): string {
  return `A real Prometheus holds ${data.samples.toLocaleString('en')} samples of ${data.series.toLocaleString('en')} series: one node raw every 15 s with threads, ${data.nodes - 1} nodes every 60 s, ${data.hours} h; ${mib(data.bytes)} on disk. The tab shows one hour of the node, in Chromium of 1500 × 1200, the plugin as it is shipped.`;
}

/** The report for a person, in Markdown. */
export function asMarkdown(report: TabReport): string {
  const { date, command, machine, openings } = report;
  return `# The tab, ${date}

${circumstances(report)}
${machineText(machine)}
To repeat: \`${command}\`

${targetsTable(targetsOf(report))}

## Openings

${table(
  ['', 'complete, ms', 'requests', 'longest task, ms'],
  openings.map(({ completeMs, requests, longestTaskMs }, i) => [
    String(i + 1),
    completeMs.toFixed(0),
    String(requests),
    longestTaskMs.toFixed(0),
  ]),
)}
`;
}
