import { podKindsNow } from '../../../prometheus/promql/queries/pod-kinds';
import { nodes } from '../known-world/nodes';
import { atTheEnd, overKubeletsHour, part, type Scenario } from './scenario';

const [infrastructure, workload] = [{ kind: 'infrastructure' }, { kind: 'workload' }];

export const podKindsScenario: Scenario = {
  id: podKindsNow.id,
  asked: [
    atTheEnd(podKindsNow, [
      ...part('now', [
        [infrastructure, 0.5],
        [workload, 1.25],
      ]),
      ...part('average', [
        [infrastructure, 0.5],
        [workload, 0.375 + 0.125 + overKubeletsHour(0.25, 0.75, 1.75)],
      ]),
    ]),
    atTheEnd(
      podKindsNow,
      [...part('now', [[workload, 0.4]]), ...part('average', [[workload, 0.4]])],
      { node: nodes.other.name },
    ),
  ],
};
