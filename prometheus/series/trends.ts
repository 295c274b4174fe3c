import type { Aligned } from './align';
import { groupKey } from './group-rows';
import { podKey } from './table-rows';

/** Values of a row through the range, by the row's key; null where there is no data. */
export type Trends = ReadonlyMap<string, readonly (number | null)[]>;

/** The trends of groups and pods, asked for on the same axis. */
export function trendsOf(...answers: readonly Aligned[]): Trends {
  return new Map(
    answers.flatMap(({ series }) =>
      series.map(({ labels, values }) => {
        const { namespace, pod, class: cpuClass = '', unit = '', groupname = '' } = labels;
        const key =
          namespace !== undefined && pod !== undefined
            ? podKey(namespace, pod)
            : groupKey(cpuClass, unit, groupname);
        return [key, values] as const;
      }),
    ),
  );
}
