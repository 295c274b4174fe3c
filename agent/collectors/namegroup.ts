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
  processStates,
} from '../../metrics/namegroup';
import type { GroupSize, Snapshot } from '../accounting/snapshot';
import { threadCounts } from '../accounting/thread-counts';
import type { Machine } from '../observation/machine';
import type { Collector, FamilySamples } from './collector';

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
  let threadCount: FamilySamples = { family: namegroupThreadCount, samples: [] };
  const statesOf = keptStates();
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
      ...(states ? [statesOf(snapshot)] : []),
      // Idle processes are counted in full passes alone.
      (threadCount = snapshot.grouped.full ? threadsByName(snapshot) : threadCount),
    ],
  };
}

/** Makes processes by state, with labels that are made once: the text of a series is kept by its labels. */
function keptStates(): (snapshot: Snapshot) => FamilySamples {
  let labels = new Map<string, readonly (readonly string[])[]>();
  const labelsOf = (groupname: string) => {
    let kept = labels.get(groupname);
    if (!kept) {
      kept = processStates.map((state) => [groupname, state]);
      labels.set(groupname, kept);
    }
    return kept;
  };
  return ({ groupSizes }) => {
    // Groups that are gone leave theirs behind.
    if (labels.size > 2 * groupSizes.length) labels = new Map();
    const samples = groupSizes.flatMap(({ groupname, states }) =>
      labelsOf(groupname).map((labelValues, i) => ({ labelValues, value: states[i] ?? 0 })),
    );
    return { family: namegroupStates, samples };
  };
}

function threadsByName({ grouped }: Snapshot): FamilySamples {
  const samples = [...threadCounts(grouped)].flatMap(([groupname, names]) =>
    [...names].map(([threadname, value]) => ({ labelValues: [groupname, threadname], value })),
  );
  return { family: namegroupThreadCount, samples };
}
