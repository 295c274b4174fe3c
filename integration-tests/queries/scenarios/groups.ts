import { groups } from '../../../prometheus/promql/queries/groups';
import { quotedName } from '../known-world/nodes';
import type { Labels } from '../known-world/series';
import { atTheEnd, overTheHour, part, peak, type Row, type Scenario, single } from './scenario';

/** A group and its figures. */
type Figures = readonly [
  group: Labels,
  now: number,
  average: number,
  minimum: number,
  maximum: number,
  p95: number,
];

export const groupOf = (ofClass: string, unit: string, groupname: string): Labels => ({
  class: ofClass,
  unit,
  groupname,
});

export const kworker = groupOf('kernel', 'kworker', 'kworker');
export const kubelet = groupOf('service', 'kubelet.service', 'kubelet');
export const exited = groupOf('service', 'kubelet.service', '(exited)');
export const crio = groupOf('service', 'crio.service', quotedName);
export const backup = groupOf('service', 'backup.service', 'backup');
export const unattributed = groupOf('unattributed', '(unattributed)', '(unattributed)');
export const pods = groupOf('pod', 'kubepods-burstable.slice', 'conmon');

/** The largest of the sixteen jobs, from a thousandth of their number in cores. */
export const jobsFrom = (smallest: number): readonly (readonly [Labels, number])[] =>
  Array.from({ length: 17 - smallest }, (_, i) => {
    const name = `job-${String(smallest + i).padStart(2, '0')}`;
    return [groupOf('service', `${name}.service`, name), (smallest + i) / 1000] as const;
  });

const figures: readonly Figures[] = [
  [kworker, 0.5, overTheHour(0.25, 0.5), 0.25, 0.5, 0.5],
  [kubelet, 1, overTheHour(0.5, 1, [2, 2]), 0.5, peak(1, 2), 1],
  [exited, 0.125, overTheHour(0.125, 0.125), 0.125, 0.125, 0.125],
  [crio, 0.25, overTheHour(0.375, 0.25), 0.25, 0.375, 0.375],
  [backup, 0, overTheHour(0.5, 0), 0, 0.5, 0.5],
  [unattributed, 0.05, overTheHour(0.05, 0.05), 0.05, 0.05, 0.05],
  // Eight means hold a part of the burst, fewer than the twelve that are above the 95th percentile.
  [pods, 1.4, overTheHour(1.5, 2, [2, 3], [8, 1.4]), 1.4, peak(2, 3), 2],
  ...jobsFrom(1).map(([job, cores]): Figures => [
    job,
    cores,
    overTheHour(cores, cores),
    cores,
    cores,
    cores,
  ]),
];

const column = (name: string, i: 1 | 2 | 3 | 4 | 5): Row[] =>
  part(
    name,
    figures.map((row) => [row[0], row[i]]),
  );

export const groupsScenario: Scenario = {
  id: groups.id,
  asked: [
    {
      ...atTheEnd(groups, [
        ...column('now', 1),
        ...column('average', 2),
        ...column('minimum', 3),
        ...column('maximum', 4),
        ...column('p95', 5),
        single('busy', 2.061 + 1.4),
      ]),
      // The same at every second moment: of 120 means four hold a part of the burst.
      forPromtool: atTheEnd(groups, [], { scrapeIntervalMs: 30_000 }).promql,
    },
  ],
};
