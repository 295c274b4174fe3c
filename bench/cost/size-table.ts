import { table } from '../report/tables';
import type { MissingSize, SizeFigures } from './figures';

/** The sizes side by side, by the figures that matter most; a line below for each that is missing. */
export function sizeTable(sizes: readonly (SizeFigures | MissingSize)[]): string {
  const measured = sizes.filter((size): size is SizeFigures => 'agent' in size);
  const missing = sizes.filter((size): size is MissingSize => 'impossible' in size);
  const row = (title: string, of: (size: SizeFigures) => string) => [title, ...measured.map(of)];
  const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);
  const rows = [
    row('agent: CPU ms a scrape, median', ({ agent }) => ms(agent.scrapeCpuMs.median)),
    row('agent: the same, mean', ({ agent }) => ms(agent.scrapeCpuMs.mean)),
    row('process-exporter: CPU ms a scrape, median', ({ processExporter }) =>
      ms(processExporter.scrapeCpuMs.median),
    ),
    row('ratio of the medians', ({ ratio }) => `1/${(1 / ratio.ofMedians).toFixed(1)}`),
    row('floor, every file once: CPU ms', ({ floor }) => ms(floor.all.cpuMs.median)),
    row('floor, what moved alone: CPU ms', ({ floor }) => ms(floor.kept.cpuMs.median)),
    row('floor, a Node.js that sends the same bytes: CPU ms', ({ floor }) =>
      floor.serving ? ms(floor.serving.median) : 'unknown',
    ),
    row('agent: % of a core, every 15 s', ({ agent }) => agent.corePercent.one.toFixed(3)),
    row('agent: the same, two replicas', ({ agent }) => agent.corePercent.replicas.toFixed(3)),
    row('agent: longest stall, ms', ({ stall }) => ms(stall.longestMs)),
    row('agent: resident MiB, peak', ({ agent }) => ms(agent.residentPeakMiB)),
    row('agent: of it pages of files, which are Node.js itself', ({ agent }) =>
      agent.residentOfFilesMiB === undefined ? 'unknown' : ms(agent.residentOfFilesMiB),
    ),
    row('floor, a Node.js that serves nothing: resident MiB, peak', ({ floor }) =>
      ms(floor.bareNodejsMiB),
    ),
    row('agent: MiB charged to its cgroup', ({ agent }) =>
      agent.chargedMiB === undefined ? 'unknown' : ms(agent.chargedMiB),
    ),
    row('agent: series', ({ agent }) => String(agent.series)),
    row('agent: reads a scrape', ({ agent }) => String(agent.ownReads ?? 'unknown')),
  ];
  const head = ['', ...measured.map(({ size, title }) => `${size}: ${title}`)];
  const lines = missing.map(({ title, impossible }) => `Not measured: ${title}. ${impossible}`);
  return [table(head, rows), ...lines].join('\n\n');
}
