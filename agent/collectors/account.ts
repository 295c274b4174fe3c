import { cpuSeconds, groupCpuSeconds } from '../../metrics/hostproc';
import type { Collector } from './collector';

/** The account by class and unit, and by group inside a unit. */
export const accountCollector: Collector = {
  name: 'account',
  collect: ({ unitSeconds, groupSeconds }) => [
    { family: cpuSeconds, samples: unitSeconds },
    { family: groupCpuSeconds, samples: groupSeconds },
  ],
};
