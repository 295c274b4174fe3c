import type { Family } from '../../metrics/family';
import {
  namegroupCpuSeconds,
  namegroupMajorPageFaults,
  namegroupMemoryBytes,
  namegroupMinorPageFaults,
  namegroupNumProcs,
  namegroupNumThreads,
  namegroupOldestStartTimeSeconds,
  namegroupThreadCpuSeconds,
} from '../../metrics/namegroup';
import type { GroupSize, Snapshot } from '../accounting/snapshot';
import type { Machine } from '../observation/machine';
import type { Collector, FamilySamples } from './collector';

/** USER_HZ, see time(7). */
const ticksPerSecond = 100;

/** process-exporter's families: names and labels to the letter. */
export function namegroupCollector({ pageBytes, bootTimeSeconds }: Machine): Collector {
  const gauge = (
    family: Family,
    { groupSizes }: Snapshot,
    valueOf: (size: GroupSize) => number | undefined,
  ): FamilySamples => ({
    family,
    samples: groupSizes.flatMap((size) => {
      const value = valueOf(size);
      return value === undefined ? [] : [{ labelValues: [size.groupname], value }];
    }),
  });
  const startSeconds = ({ oldestStartTicks }: GroupSize) =>
    oldestStartTicks === undefined
      ? undefined
      : bootTimeSeconds + oldestStartTicks / ticksPerSecond;
  return {
    name: 'namegroup',
    collect: (snapshot) => [
      { family: namegroupCpuSeconds, samples: snapshot.namegroupSeconds },
      { family: namegroupThreadCpuSeconds, samples: snapshot.threadSeconds },
      gauge(namegroupNumProcs, snapshot, ({ numProcs }) => numProcs),
      gauge(namegroupNumThreads, snapshot, ({ numThreads }) => numThreads),
      { family: namegroupMinorPageFaults, samples: snapshot.namegroupMinorFaults },
      { family: namegroupMajorPageFaults, samples: snapshot.namegroupMajorFaults },
      {
        family: namegroupMemoryBytes,
        samples: snapshot.groupSizes.flatMap(({ groupname, residentPages, virtualBytes }) => [
          { labelValues: [groupname, 'resident'], value: residentPages * pageBytes },
          { labelValues: [groupname, 'virtual'], value: virtualBytes },
        ]),
      },
      gauge(namegroupOldestStartTimeSeconds, snapshot, startSeconds),
    ],
  };
}
