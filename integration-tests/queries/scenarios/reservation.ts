import { reservation } from '../../../prometheus/promql/queries/reservation';
import { nodes } from '../known-world/nodes';
import { atTheEnd, type Scenario, single } from './scenario';

export const reservationScenario: Scenario = {
  id: reservation.id,
  asked: [
    // The agent's word on allocatable counts before kube-state-metrics' (5.5), and its word on capacity (8)
    // before the CPUs that are online (7).
    atTheEnd(reservation, [
      [{ part: 'reserved', source: 'systemd.cpu_affinity' }, 2],
      [{ part: 'reserved', source: 'tuned.non_isolcpus' }, 3],
      single('allocatable', 6),
      single('capacity', 8),
    ]),
    atTheEnd(reservation, [single('allocatable', 3.5), single('capacity', 4)], {
      node: nodes.other.name,
    }),
    // Nobody has said anything of it for fifty minutes.
    atTheEnd(reservation, [], { node: nodes.gone.name }),
  ],
};
