import { account } from '../../../prometheus/promql/queries/account';
import { nodes } from '../known-world/nodes';
import { atTheEnd, overTheHour, part, type Scenario, single } from './scenario';

// Busy are 1.936 cores of the host and 1.5 of pods, then 2.061 and 2, in the burst 3.061 and 3, last
// 2.061 and 1.4; two intervals are of the burst, eight are the last two minutes.
const busyOverTheHour = overTheHour(3.436, 4.061, [2, 6.061], [8, 3.461]);
const counted = 238 / 239;

export const accountScenario: Scenario = {
  id: account.id,
  asked: [
    atTheEnd(account, [
      ...part('now', [
        [{ class: 'kernel' }, 0.5],
        // kubelet, its (exited), crio, no backup any more, and the jobs.
        [{ class: 'service' }, 1 + 0.125 + 0.25 + 0 + 0.136],
        [{ class: 'unattributed' }, 0.05],
        [{ class: 'pod' }, 1.4],
        [{ mode: 'busy' }, 2.061 + 1.4],
        [{ mode: 'idle' }, 7 - 3.461 - 0.1],
        [{ mode: 'iowait' }, 0.1],
        [{ mode: 'steal' }, 0],
      ]),
      ...part('average', [
        [{ class: 'kernel' }, overTheHour(0.25, 0.5)],
        [{ class: 'service' }, overTheHour(1.636, 1.511, [2, 2.511])],
        [{ class: 'unattributed' }, overTheHour(0.05, 0.05)],
        [{ class: 'pod' }, overTheHour(1.5, 2, [2, 3], [8, 1.4])],
        [{ mode: 'busy' }, busyOverTheHour],
        [{ mode: 'idle' }, (7 - 0.1) * counted - busyOverTheHour],
        [{ mode: 'iowait' }, 0.1 * counted],
        [{ mode: 'steal' }, 0],
      ]),
      single('cpus', 7),
    ]),
    // It has been away for the last fifty minutes: what it used was 0.5 cores while it was there.
    atTheEnd(
      account,
      part('average', [
        [{ class: 'service' }, 0.5],
        [{ mode: 'busy' }, 0.5],
        [{ mode: 'idle' }, 2 - 0.5 - 0.1],
        [{ mode: 'iowait' }, 0.1],
        [{ mode: 'steal' }, 0],
      ]),
      { node: nodes.gone.name },
    ),
  ],
};
