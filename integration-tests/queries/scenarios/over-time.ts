import { cpuOverTime } from '../../../prometheus/promql/queries/cpu-over-time';
import { podsOverTime } from '../../../prometheus/promql/queries/pods-over-time';
import { type Row, type Scenario, throughTheHour } from './scenario';

const classes = (kernel: number, service: number, pod: number): Row[] => [
  [{ class: 'kernel' }, kernel],
  [{ class: 'service' }, service],
  [{ class: 'unattributed' }, 0.05],
  [{ class: 'pod' }, pod],
];

export const cpuOverTimeScenario: Scenario = {
  id: cpuOverTime.id,
  asked: [
    throughTheHour(cpuOverTime, {
      75: classes(0.25, 1.636, 1.5),
      90: classes(0.25, 1.636, 1.5),
      105: classes(0.5, 1.511, 2),
      120: classes(0.5, 1.511, 1.4),
    }),
    // In the minute after the restart: the time that was lost is no time with less use.
    throughTheHour(cpuOverTime, { 111: classes(0.5, 1.511, 2) }),
    // Steps of four minutes, each with all that was used since the one before: 15 intervals, of which two
    // are of the burst in the one that ends at 106, and eight of the last minutes in the one at 120.
    throughTheHour(
      cpuOverTime,
      {
        106: classes(0.5, (13 * 1.511 + 2 * 2.511) / 15, (13 * 2 + 2 * 3) / 15),
        120: classes(0.5, 1.511, (7 * 2 + 8 * 1.4) / 15),
      },
      { rangeMs: 16 * 3_600_000 },
    ),
  ],
};

const kinds = (infrastructure: number, workload: number): Row[] => [
  [{ kind: 'infrastructure' }, infrastructure],
  [{ kind: 'workload' }, workload],
];

export const podsOverTimeScenario: Scenario = {
  id: podsOverTime.id,
  asked: [
    throughTheHour(podsOverTime, {
      75: kinds(0.5, 0.75),
      90: kinds(0.5, 0.75),
      105: kinds(0.5, 1.25),
      120: kinds(0.5, 1.25),
    }),
    // 105:25 is where one of the three intervals of these two minutes ends.
    throughTheHour(podsOverTime, { 106: kinds(0.5, (2 * 1.25 + 2.25) / 3) }),
  ],
};
