import { judgedOverRange } from '../../../prometheus/promql/queries/judged';
import { nodes } from '../known-world/nodes';
import { atTheEnd, type Scenario, single } from './scenario';

// Sixty means of a minute, each of three intervals: 30 before the change, 30 after it. One interval of
// the burst lies in one of them (the other between two), and 2 CPUs are reserved.
const burst = (3.061 + 2 * 2.061) / 3;

export const hostScenario: Scenario = {
  id: judgedOverRange('host').id,
  asked: [
    atTheEnd(judgedOverRange('host'), [
      single('now', 2.061),
      single('average', (30 * 1.936 + 29 * 2.061 + burst) / 60),
      single('p95', 2.061),
      single('maximum', burst),
      single('windows', 60),
      single('windowsAbove', 30),
    ]),
    // Without a reserved set: 4 CPUs less 3.5 that pods may request. No window is above: no such row.
    atTheEnd(
      judgedOverRange('host'),
      [
        single('now', 1),
        single('average', 1),
        single('p95', 1),
        single('maximum', 1),
        single('windows', 60),
        single('windowsAbove', 60),
      ],
      { node: nodes.other.name },
    ),
  ],
};

// With 0.5 cores of infrastructure pods. In the last two minutes kubelet tells of 1.75 cores where pods
// used 1.4: of what was used, these had 0.5 / 1.75.
const last = 2.061 + (1.4 * 0.5) / 1.75;

export const platformScenario: Scenario = {
  id: judgedOverRange('platform').id,
  asked: [
    atTheEnd(judgedOverRange('platform'), [
      single('now', last),
      single('average', (30 * 2.436 + 27 * 2.561 + 2 * last + burst + 0.5) / 60),
      single('p95', 2.561),
      single('maximum', burst + 0.5),
      single('windows', 60),
      single('windowsAbove', 60),
    ]),
    // None of its pods is of the infrastructure.
    atTheEnd(
      judgedOverRange('platform'),
      [
        single('now', 1),
        single('average', 1),
        single('p95', 1),
        single('maximum', 1),
        single('windows', 60),
        single('windowsAbove', 60),
      ],
      { node: nodes.other.name },
    ),
  ],
};
