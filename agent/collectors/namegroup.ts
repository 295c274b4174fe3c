import {
  namegroupCpuSeconds,
  namegroupNumProcs,
  namegroupNumThreads,
  namegroupThreadCpuSeconds,
} from '../../metrics/namegroup';
import type { Collector } from './collector';

/** process-exporter's families: names and labels to the letter. */
export const namegroupCollector: Collector = {
  name: 'namegroup',
  collect: ({ namegroupSeconds, threadSeconds, groupSizes }) => [
    { family: namegroupCpuSeconds, samples: namegroupSeconds },
    { family: namegroupThreadCpuSeconds, samples: threadSeconds },
    {
      family: namegroupNumProcs,
      samples: groupSizes.map(({ groupname, numProcs }) => ({
        labelValues: [groupname],
        value: numProcs,
      })),
    },
    {
      family: namegroupNumThreads,
      samples: groupSizes.map(({ groupname, numThreads }) => ({
        labelValues: [groupname],
        value: numThreads,
      })),
    },
  ],
};
