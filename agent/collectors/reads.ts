import { kernelFileReads } from '../../metrics/agent';
import type { ReadCounts, ReadResult } from '../kernel-files/kernel-files';
import type { Collector, Sample } from './collector';

/** How often the kernel's files were read, and what became of it. */
export function readsCollector(counts: ReadCounts): Collector {
  const series = [...counts].flatMap(([file, results]) =>
    (Object.keys(results) as ReadResult[]).map((result) => ({
      labelValues: [file, result],
      now: () => results[result],
    })),
  );
  return {
    name: 'reads',
    collect: () => {
      const samples: Sample[] = [];
      for (const { labelValues, now } of series) {
        const value = now();
        if (value > 0) samples.push({ labelValues, value });
      }
      return [{ family: kernelFileReads, samples }];
    },
  };
}
