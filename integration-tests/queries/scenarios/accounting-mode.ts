import { accountingMode } from '../../../prometheus/promql/queries/accounting-mode';
import { nodes } from '../known-world/nodes';
import { type Scenario, throughTheHour } from './scenario';

export const accountingModeScenario: Scenario = {
  id: accountingMode.id,
  asked: [
    throughTheHour(accountingMode, {
      89: [
        [{ mode: 'cgroup2' }, 0],
        [{ mode: 'process-only' }, 1],
        [{ mode: 'cgroups-only' }, 0],
      ],
      120: [
        [{ mode: 'cgroup2' }, 1],
        [{ mode: 'process-only' }, 0],
        [{ mode: 'cgroups-only' }, 0],
      ],
    }),
    throughTheHour(
      accountingMode,
      {
        120: [
          [{ mode: 'cgroup2' }, 0],
          [{ mode: 'process-only' }, 0],
          [{ mode: 'cgroups-only' }, 1],
        ],
      },
      { node: nodes.other.name },
    ),
    throughTheHour(accountingMode, { 120: [] }, { node: nodes.gone.name }),
  ],
};
