import {
  countUsed,
  topCounts,
  topGroupsOverTime,
  topUnitsOverTime,
} from '../../../prometheus/promql/queries/top-over-time';
import type { Labels } from '../known-world/series';
import { backup, crio, exited, jobsFrom, kubelet, kworker, unattributed } from './groups';
import { type Row, type Scenario, throughTheHour } from './scenario';

// In the order of what they used in the hour, with their cores at 75 and at 120. The last job of the
// ranking used as much as its name says; before the hour the smallest one had used far more.
const groups: readonly (readonly [Labels, number, number])[] = [
  [kubelet, 0.5, 1],
  [kworker, 0.25, 0.5],
  [crio, 0.375, 0.25],
  [backup, 0.5, 0],
  [exited, 0.125, 0.125],
  [unattributed, 0.05, 0.05],
];

const unitOf = ({ class: ofClass = '', unit = '' }: Labels): Labels => ({ class: ofClass, unit });

const units: readonly (readonly [Labels, number, number])[] = [
  [unitOf(kubelet), 0.5 + 0.125, 1 + 0.125],
  [unitOf(kworker), 0.25, 0.5],
  [unitOf(crio), 0.375, 0.25],
  [unitOf(backup), 0.5, 0],
  [unitOf(unattributed), 0.05, 0.05],
];

function answers(ranked: typeof groups, jobs: readonly Row[]) {
  return {
    75: [...ranked.map(([labels, cores]): Row => [labels, cores]), ...jobs],
    120: [...ranked.map(([labels, , cores]): Row => [labels, cores]), ...jobs],
  };
}

/** Which is the smallest job that still is among so many: there are five units and six groups beside them. */
const smallestJob = { 5: 17, 10: 12, 15: 7 } as const;

export const topScenarios: readonly Scenario[] = topCounts.flatMap((count) => {
  const jobs = jobsFrom(smallestJob[count]);
  const jobsOfGroups = jobsFrom(Math.min(17, smallestJob[count] + 1));
  return [
    {
      id: topUnitsOverTime(count).id,
      asked: [
        throughTheHour(
          topUnitsOverTime(count),
          answers(
            units,
            jobs.map(([job, cores]) => [unitOf(job), cores]),
          ),
        ),
      ],
    },
    {
      id: topGroupsOverTime(count).id,
      asked: [
        throughTheHour(
          topGroupsOverTime(count),
          answers(count === 5 ? groups.slice(0, 5) : groups, jobsOfGroups),
        ),
      ],
    },
  ];
});

/** All of them used something in the hour, also what uses nothing now. */
export const usedScenarios: readonly Scenario[] = [
  {
    id: countUsed('unit').id,
    asked: [throughTheHour(countUsed('unit'), { 120: [[{}, units.length + 16]] })],
  },
  {
    id: countUsed('group').id,
    asked: [throughTheHour(countUsed('group'), { 120: [[{}, groups.length + 16]] })],
  },
];
