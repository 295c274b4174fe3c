import {
  namegroupMemoryBytes,
  namegroupNumProcs,
  namegroupNumThreads,
  namegroupOldestStartTimeSeconds,
  namegroupThreadCpuSeconds,
} from '../../../metrics/namegroup';
import { aggregateBy, rate, select, sumBy, tagged, union } from '../expression';
import { is } from '../matcher';
import { ofAgents } from '../agent-job';
import { nowWindow } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question, type Question } from './question';

/** Parts of the answer: `now` and `average` by thread, the others of the whole group. */
export const detailParts = {
  now: 'now',
  average: 'average',
  processes: 'processes',
  threads: 'threads',
  residentBytes: 'residentBytes',
  startSeconds: 'startSeconds',
} as const;

/**
 * What is behind a group's name: its threads (label `threadname`), counts, memory and oldest start. The
 * families know a group by its name alone: groups of one name in several units are told together.
 */
export function groupDetails(groupname: string): Question<'threadname' | 'part'> {
  return question({
    id: 'group-details',
    about:
      'Cores used by each thread name of a process group now and on average; its processes, threads, resident memory in bytes, and the start of its oldest process in seconds since the epoch.',
    kind: 'instant',
    expression: ({ node, rangeMs, scrapeIntervalMs }) => {
      const group = { instance: is(node), groupname: is(groupname), ...ofAgents };
      const threads = select(namegroupThreadCpuSeconds, group);
      const mean = (windowMs: number) =>
        overMeasuredTime(sumBy(['threadname'], rate(threads, windowMs)), node, windowMs);
      const memory = select(namegroupMemoryBytes, { ...group, memtype: is('resident') });
      const started = select(namegroupOldestStartTimeSeconds, group);
      return union<'threadname' | 'part'>(
        tagged(detailParts.now, mean(nowWindow(scrapeIntervalMs))),
        tagged(detailParts.average, mean(rangeMs)),
        tagged(detailParts.processes, sumBy([], select(namegroupNumProcs, group))),
        tagged(detailParts.threads, sumBy([], select(namegroupNumThreads, group))),
        tagged(detailParts.residentBytes, sumBy([], memory)),
        tagged(detailParts.startSeconds, aggregateBy('min', [], started)),
      );
    },
  });
}
