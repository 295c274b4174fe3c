import { groupCpuSeconds } from '../../../metrics/hostproc';
import { rate, select, sumBy } from '../expression';
import { is } from '../matcher';
import { podCores } from '../pod-cores';
import { nowWindow } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question, type Question } from './question';

/** What tells a process group from all others of its node. */
export interface GroupIdentity {
  readonly class: string;
  readonly unit: string;
  readonly groupname: string;
}

/** How one process group went, in the windows that the table's "now" is taken of. */
export function oneGroup(group: GroupIdentity): Question<keyof GroupIdentity> {
  return question({
    id: 'one-group',
    about: 'Cores used by one process group, through a range.',
    kind: 'range',
    expression: ({ node, scrapeIntervalMs }) => {
      const seconds = select(groupCpuSeconds, {
        instance: is(node),
        class: is(group.class),
        unit: is(group.unit),
        groupname: is(group.groupname),
      });
      const windowMs = nowWindow(scrapeIntervalMs);
      const cores = sumBy(['class', 'unit', 'groupname'], rate(seconds, windowMs));
      return overMeasuredTime(cores, node, windowMs);
    },
  });
}

/** How one pod went, in the windows that the table's "now" is taken of. */
export function onePod(namespace: string, pod: string): Question<'namespace' | 'pod'> {
  return question({
    id: 'one-pod',
    about: 'Cores used by one pod, through a range.',
    kind: 'range',
    expression: ({ node, scrapeIntervalMs }) =>
      podCores(node, nowWindow(scrapeIntervalMs), 'all', { namespace, pod }),
  });
}
