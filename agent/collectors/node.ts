import { accountingMode, claimsDroppedSeconds } from '../../metrics/agent';
import { nodeCpuSeconds, nodeCpus } from '../../metrics/hostproc';
import type { Collector } from './collector';

/** The node's time by mode, and how the account was made. */
export const nodeCollector: Collector = {
  name: 'node',
  collect: ({ node, mode, claimsDroppedSeconds: dropped }) => [
    {
      family: nodeCpuSeconds,
      samples: [
        { labelValues: ['busy'], value: node.busyUsec / 1_000_000 },
        { labelValues: ['idle'], value: node.idleUsec / 1_000_000 },
        { labelValues: ['iowait'], value: node.iowaitUsec / 1_000_000 },
        { labelValues: ['steal'], value: node.stealUsec / 1_000_000 },
      ],
    },
    { family: nodeCpus, samples: [{ labelValues: [], value: node.cpus }] },
    { family: accountingMode, samples: [{ labelValues: [mode], value: 1 }] },
    { family: claimsDroppedSeconds, samples: [{ labelValues: [], value: dropped }] },
  ],
};
