import { groupTrends, podTrends } from '../../../prometheus/promql/queries/trends';
import { backup, crio, exited, jobsFrom, kubelet, kworker, pods, unattributed } from './groups';
import { steady, web } from './pods';
import { type Row, type Scenario, throughTheHour } from './scenario';

const alike: readonly Row[] = [[exited, 0.125], [unattributed, 0.05], ...jobsFrom(1)];

export const groupTrendsScenario: Scenario = {
  id: groupTrends.id,
  asked: [
    throughTheHour(groupTrends, {
      75: [[kworker, 0.25], [kubelet, 0.5], [crio, 0.375], [backup, 0.5], [pods, 1.5], ...alike],
      120: [[kworker, 0.5], [kubelet, 1], [crio, 0.25], [backup, 0], [pods, 1.4], ...alike],
    }),
  ],
};

export const podTrendsScenario: Scenario = {
  id: podTrends.id,
  asked: [
    throughTheHour(podTrends, { 75: [[web, 0.25], ...steady], 120: [[web, 0.75], ...steady] }),
  ],
};
