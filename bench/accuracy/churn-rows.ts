import { cpuSeconds, groupCpuSeconds } from '../../metrics/hostproc';
import { namegroupCpuSeconds } from '../../metrics/namegroup';
import { growth, type Scrape, type Selector } from './record';
import { sliceOf, unitOf, type Workload } from './workloads';

/** Who saw how much of what a workload used. Percentages of the truth. */
export interface ChurnRow {
  readonly workload: string;
  readonly truthSeconds: number;
  readonly processExporterPercent: number;
  readonly namedPercent: number;
  readonly exitedPercent: number;
  readonly rightUnitPercent: number;
  readonly sliceOnlyPercent: number;
  readonly lostPercent: number;
}

/** Groups that name nobody. */
const nameless = new Set(['(exited)', '(other)']);

/** Series that agree in these labels. */
export const having = (name: string, wanted: Readonly<Record<string, string>>): Selector => ({
  name,
  where: (labels) => Object.entries(wanted).every(([label, value]) => labels[label] === value),
});

/** Groups of a unit that name somebody. */
export const namedGroups = (unit: string): Selector => ({
  name: groupCpuSeconds.name,
  where: (labels) => labels.unit === unit && !nameless.has(labels.groupname ?? ''),
});

/** One row: the first scrape was before the load, the last after everything was credited. */
export function churnRow(workload: Workload, scrapes: readonly Scrape[]): ChurnRow {
  const slice = sliceOf(workload);
  const unit = unitOf(workload);
  const usec = (scrape: Scrape | undefined) => scrape?.before.usageUsec.get(slice) ?? 0;
  const truthSeconds = (usec(scrapes.at(-1)) - usec(scrapes[0])) / 1_000_000;
  const percent = (seconds: number) => (100 * seconds) / truthSeconds;
  const ours = (selector: Selector) => percent(growth('agent', scrapes, selector));
  const rightUnitPercent = ours(having(cpuSeconds.name, { unit }));
  const sliceOnlyPercent = ours(having(cpuSeconds.name, { unit: slice }));
  return {
    workload: workload.title,
    truthSeconds,
    processExporterPercent: percent(
      growth('processExporter', scrapes, {
        name: namegroupCpuSeconds.name,
        where: ({ groupname }) => groupname === workload.id || groupname === `${workload.id}-x`,
      }),
    ),
    namedPercent: ours(namedGroups(unit)),
    exitedPercent: ours(having(groupCpuSeconds.name, { unit, groupname: '(exited)' })),
    rightUnitPercent,
    sliceOnlyPercent,
    lostPercent: 100 - rightUnitPercent - sliceOnlyPercent,
  };
}
