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
import type { GroupSize, Snapshot } from '../accounting/snapshot';
import type { Machine } from '../observation/machine';
import type { Collector, FamilySamples, Sample } from './collector';
import { type GroupLabels, KeptGroupLabels } from './group-labels';
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
    { groupSizes }: Snapshot,
    samplesOf: (size: GroupSize, labels: GroupLabels) => Sample | Sample[],
  ): FamilySamples => ({
    family,
    samples: groupSizes.flatMap((size) => samplesOf(size, labels.of(size.groupname))),
  });
  const ofGroup =
    (valueOf: (size: GroupSize) => number | undefined) =>
    (size: GroupSize, { group }: GroupLabels): Sample | [] => {
      const value = valueOf(size);
      return value === undefined ? [] : { labelValues: group, value };
    };
  const startSeconds = ({ oldestStartTicks }: GroupSize) =>
    oldestStartTicks === undefined
      ? undefined
      : bootTimeSeconds + oldestStartTicks / ticksPerSecond;
  const memoryOf = ({ residentPages, virtualBytes }: GroupSize, labels: GroupLabels): Sample[] => [
    { labelValues: labels.resident, value: residentPages * pageBytes },
    { labelValues: labels.virtual, value: virtualBytes },
  ];
  return {
    name: 'namegroup',
    collect: (snapshot) => {
      labels.trim(snapshot.groupSizes.length);
      // Idle processes are counted in full passes alone.
      if (snapshot.grouped.full) threadCount.update(snapshot.grouped.threadCounts);
      return [
        { family: namegroupCpuSeconds, samples: snapshot.namegroupSeconds },
        { family: namegroupThreadCpuSeconds, samples: snapshot.threadSeconds },
        gauge(
          namegroupNumProcs,
          snapshot,
          ofGroup(({ numProcs }) => numProcs),
        ),
        gauge(
          namegroupNumThreads,
          snapshot,
          ofGroup(({ numThreads }) => numThreads),
        ),
        { family: namegroupMinorPageFaults, samples: snapshot.namegroupMinorFaults },
        { family: namegroupMajorPageFaults, samples: snapshot.namegroupMajorFaults },
        gauge(namegroupMemoryBytes, snapshot, memoryOf),
        gauge(namegroupOldestStartTimeSeconds, snapshot, ofGroup(startSeconds)),
        ...(states ? [gauge(namegroupStates, snapshot, statesOf)] : []),
        { family: namegroupThreadCount, samples: threadCount.samples },
      ];
    },
  };
}

function statesOf({ states }: GroupSize, labels: GroupLabels): Sample[] {
  return labels.states.map((labelValues, i) => ({ labelValues, value: states[i] ?? 0 }));
}
