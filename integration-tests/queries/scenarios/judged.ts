import { judgedOverRange } from '../../../prometheus/promql/queries/judged';
import { nodes } from '../known-world/nodes';
import { type Row, type Scenario, single, throughTheHour } from './scenario';

// Means of a minute, each of three intervals. One interval of the burst lies in that which ends at 106
// (the other between two).
const burst = (3.061 + 2 * 2.061) / 3;

// Half a core of infrastructure pods. In the last two minutes kubelet tells of 1.75 cores where pods used
// 1.4: of what was used, these had 0.5 / 1.75.
const last = (1.4 * 0.5) / 1.75;

const host = (cores: number): Row[] => [single('host', cores)];
const platform = (cores: number, infrastructure: number): Row[] => [
  ...host(cores),
  single('infrastructure', infrastructure),
];

const other = { node: nodes.other.name };

export const hostScenario: Scenario = {
  id: judgedOverRange(false).id,
  asked: [
    throughTheHour(judgedOverRange(false), {
      75: host(1.936),
      90: host(1.936),
      105: host(2.061),
      120: host(2.061),
    }),
    throughTheHour(judgedOverRange(false), { 106: host(burst) }),
    throughTheHour(judgedOverRange(false), { 120: host(1) }, other),
  ],
};

export const platformScenario: Scenario = {
  id: judgedOverRange(true).id,
  asked: [
    throughTheHour(judgedOverRange(true), {
      75: platform(1.936, 0.5),
      90: platform(1.936, 0.5),
      105: platform(2.061, 0.5),
      120: platform(2.061, last),
    }),
    throughTheHour(judgedOverRange(true), { 106: platform(burst, 0.5) }),
    // None of its pods is of the infrastructure.
    throughTheHour(judgedOverRange(true), { 120: host(1) }, other),
  ],
};
