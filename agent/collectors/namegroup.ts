import type { Family } from '../../metrics/family';
import {
  namegroupCpuSeconds,
  namegroupMajorPageFaults,
  namegroupMemoryBytes,
  namegroupMinorPageFaults,
  namegroupNumProcs,
  namegroupNumThreads,
  namegroupOldestStartTimeSeconds,
  namegroupStates,
  namegroupThreadCount,
  namegroupThreadCpuSeconds,
} from '../../metrics/namegroup';
import type { GroupSize } from '../accounting/snapshot';
import type { Machine } from '../observation/machine';
import type { Collector, Sample } from './collector';
import { type GroupLabels, KeptGroupLabels } from './group-labels';
import { GroupSamples } from './group-samples';
import { ThreadCountSamples } from './thread-count-samples';

/** USER_HZ, see time(7). */
const ticksPerSecond = 100;

/**
 * process-exporter's families that cost no reads: names and labels to the letter.
 * @param states whether processes by state are wanted; not where a tier has threads by state
 */
export function namegroupCollector(
  { pageBytes, bootTimeSeconds }: Machine,
  states: boolean,
): Collector {
  const threadCount = new ThreadCountSamples();
  const labels = new KeptGroupLabels();
  const gauge = (
    family: Family,
    samplesOf: (size: GroupSize, labels: GroupLabels) => readonly Sample[],
  ) => new GroupSamples(family, (size) => samplesOf(size, labels.of(size.groupname)));
  const gaugeOf = (family: Family, valueOf: (size: GroupSize) => number | undefined) =>
    gauge(family, (size, { group }) => {
      const value = valueOf(size);
      return value === undefined ? [] : [{ labelValues: group, value }];
    });
  const numProcs = gaugeOf(namegroupNumProcs, (size) => size.numProcs);
  const numThreads = gaugeOf(namegroupNumThreads, (size) => size.numThreads);
  const memoryBytes = gauge(namegroupMemoryBytes, (size, { resident, virtual }) => [
    { labelValues: resident, value: size.residentPages * pageBytes },
    { labelValues: virtual, value: size.virtualBytes },
  ]);
  const oldestStartTime = gaugeOf(namegroupOldestStartTimeSeconds, ({ oldestStartTicks }) =>
    oldestStartTicks === undefined
      ? undefined
      : bootTimeSeconds + oldestStartTicks / ticksPerSecond,
  );
  const byState = states ? [gauge(namegroupStates, statesOf)] : [];
  return {
    name: 'namegroup',
    collect: (snapshot) => {
      const { groupSizes } = snapshot;
      labels.trim(groupSizes.length);
      // Idle processes are counted in full passes alone.
      if (snapshot.grouped.full) threadCount.update(snapshot.grouped.threadCounts);
      return [
        { family: namegroupCpuSeconds, samples: snapshot.namegroupSeconds },
        { family: namegroupThreadCpuSeconds, samples: snapshot.threadSeconds },
        numProcs.of(groupSizes),
        numThreads.of(groupSizes),
        { family: namegroupMinorPageFaults, samples: snapshot.namegroupMinorFaults },
        { family: namegroupMajorPageFaults, samples: snapshot.namegroupMajorFaults },
        memoryBytes.of(groupSizes),
        oldestStartTime.of(groupSizes),
        ...byState.map((family) => family.of(groupSizes)),
        { family: namegroupThreadCount, samples: threadCount.samples },
      ];
    },
  };
}

function statesOf({ states }: GroupSize, labels: GroupLabels): Sample[] {
  return labels.states.map((labelValues, i) => ({ labelValues, value: states[i] ?? 0 }));
}
