import { type Machine, machineText } from '../machine';
import type { Spread } from '../report/statistics';
import { table, type Target, targetsTable } from '../report/tables';
import { breakdownTable } from './breakdown';
import type { FloorFigures, MissingSize, ProgramFigures, SizeFigures } from './figures';
import type { GrowthPoint } from './growth';
import { growthIntervalSeconds } from './growth';
import { allIn, readsIn } from './system-calls';

/** Everything that a run found out. */
export interface CostReport {
  readonly date: string;
  /** What a person types to repeat it. */
  readonly command: string;
  readonly intervalSeconds: number;
  readonly scrapes: number;
  readonly warmUpScrapes: number;
  readonly machine: Machine;
  readonly sizes: readonly (SizeFigures | MissingSize)[];
  readonly growth: readonly GrowthPoint[];
  readonly targets: readonly Target[];
}

/** The report for a person, in Markdown. */
export function asMarkdown(report: CostReport): string {
  const {
    date,
    command,
    intervalSeconds,
    scrapes,
    warmUpScrapes,
    machine,
    sizes,
    growth,
    targets,
  } = report;
  return `# Cost, ${date}

${sizes.length > 0 ? `Scraped every ${intervalSeconds} s, ${scrapes} times, agent and process-exporter by turns, over HTTP with gzip accepted. The agent runs with the options of Node.js that the chart gives it, and was scraped ${warmUpScrapes} times before, until it had compiled what it runs.\n` : ''}${machineText(machine)}
To repeat, as root: \`${command}\`

CPU time is what the kernel charged to the program's own cgroup (\`usage_usec\`) from before the request until a quarter of a second after the answer. The floor is a C program that reads what must be read and does nothing with it: _all_ opens, reads and closes every \`cpu.stat\` and every process's and thread's \`stat\`, _kept_ keeps descriptors and reads only what moved; _serving_ is a Node.js that took the agent's exposition once, and compresses and sends the same bytes each time.

${sizes.map(sizeText).join('\n')}
${growthText(growth)}
## Targets

${targetsTable(targets)}
`;
}

function sizeText(figures: SizeFigures | MissingSize): string {
  const head = `## ${figures.size}: ${figures.title}\n\n`;
  if ('impossible' in figures) return `${head}Not measured. ${figures.impossible}\n`;
  const { agent, processExporter: other, floor, shape, ratio, stall } = figures;
  const both = (name: string, of: (program: ProgramFigures) => string) => [
    name,
    of(agent),
    of(other),
  ];
  return `${head}${shape.activeProcesses} processes active (${percent(shape.activeProcesses / shape.processes)}) in ${shape.cgroups} cgroups; together they used ${figures.crowdCores.toFixed(2)} cores.

${table(
  ['', 'agent', 'process-exporter'],
  [
    both('CPU ms a scrape, median', ({ scrapeCpuMs }) => ms(scrapeCpuMs.median)),
    both('lowest to highest', ({ scrapeCpuMs }) => range(scrapeCpuMs)),
    both('mean', ({ scrapeCpuMs }) => ms(scrapeCpuMs.mean)),
    both('the first ten after its start, mean', ({ firstScrapeCpuMs }) =>
      firstScrapeCpuMs ? ms(firstScrapeCpuMs.mean) : '',
    ),
    both('CPU ms a second between scrapes', ({ idleMsPerSecond }) => ms(idleMsPerSecond)),
    both('% of a core, scraped every 15 s', ({ corePercent }) => corePercent.one.toFixed(3)),
    both('the same by two replicas', ({ corePercent }) => corePercent.replicas.toFixed(3)),
    both('wall ms of a scrape, median', ({ scrapeWallMs }) => ms(scrapeWallMs.median)),
    ['longest stall of the event loop, ms', ms(stall.longestMs), ''],
    ['the same while nobody scrapes', ms(stall.quietMs), ''],
    both('resident MiB', ({ residentMiB }) => ms(residentMiB)),
    both('of it pages of files, the program itself', ({ residentOfFilesMiB }) =>
      residentOfFilesMiB === undefined ? '' : ms(residentOfFilesMiB),
    ),
    both('resident at its peak', ({ residentPeakMiB }) => ms(residentPeakMiB)),
    both(
      `charged MiB (${figures.memoryFile ?? 'this machine has no memory controller'})`,
      ({ chargedMiB }) => (chargedMiB === undefined ? 'none' : ms(chargedMiB)),
    ),
    both('series', ({ series }) => String(series)),
    both('bytes', ({ bytes }) => String(bytes)),
    both('bytes as sent', ({ sentBytes }) => String(sentBytes)),
    both('reads a scrape, by its own count', ({ ownReads }) => String(ownReads ?? '')),
    both('reads and lists a scrape, by strace -c', ({ systemCalls }) =>
      systemCalls ? String(readsIn(systemCalls)) : 'no strace here',
    ),
    both('system calls a scrape, by strace -c', ({ systemCalls }) =>
      systemCalls ? String(allIn(systemCalls)) : 'no strace here',
    ),
    both(
      'CPU ms in all: cgroup, /proc/PID/stat',
      ({ usedMs }) => `${usedMs.cgroup.toFixed(0)}, ${usedMs.stat.toFixed(0)}`,
    ),
  ],
)}

${agent.breakdown ? `${breakdownTable(agent.breakdown, floor)}\n\n` : ''}Ratio: 1/${(1 / ratio.ofMedians).toFixed(1)} of the medians, 1/${(1 / ratio.ofMeans).toFixed(1)} of the means. Floor: ${floorText('all', floor.all)}; ${floorText('kept', floor.kept)}; ${floor.serving ? `_serving_ ${ms(floor.serving.median)} ms (${range(floor.serving)}); ` : ''}a Node.js that serves nothing holds ${ms(floor.bareNodejsMiB)} MiB at its peak.
`;
}

function floorText(kind: string, { cpuMs, reads }: FloorFigures): string {
  return `_${kind}_ ${ms(cpuMs.median)} ms (${range(cpuMs)}) for ${reads} reads`;
}

function growthText(points: readonly GrowthPoint[]): string {
  if (points.length === 0) return '';
  return `## How cost grows

CPU of a scrape of the agent every ${growthIntervalSeconds} s, one thing varied in each row; before each scrape each CPU's own caches are filled with something else. _Main_ is without Node.js's other threads, where the compiler runs.

${table(
  ['what grows', 'how many', 'CPU ms, main, median', 'all, median', 'all, mean', 'series', 'reads'],
  points.map(({ axis, x, mainThreadMs, medianMs, meanMs, series, reads }) => [
    axis,
    String(x),
    ms(mainThreadMs),
    ms(medianMs),
    ms(meanMs),
    String(series),
    String(reads),
  ]),
)}
`;
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const range = ({ lowest, highest }: Spread) => `${ms(lowest)} to ${ms(highest)}`;
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
