import {
  namegroupContextSwitches,
  namegroupThreadContextSwitches,
} from '../../metrics/namegroup-tiers';
import type { Collector } from '../collectors/collector';
import type { ThreadReading } from '../observation/observation';
import { Increases } from './increases';
import type { ThreadActivity } from './thread-activity';
import { TierCounter } from './tier-counter';

const types = ['voluntary', 'nonvoluntary'];

/**
 * Context switches, from `/proc/[pid]/task/[tid]/status`: the kernel counts them by thread alone, so what a
 * thread did after it was read last is gone when it ends, and the counter stays where it was.
 */
export function contextSwitchesTier(activity: ThreadActivity, zeroForMs: number): Collector {
  const increases = new Increases<ThreadReading>();
  const groups = new TierCounter(namegroupContextSwitches, zeroForMs, types);
  const threads = new TierCounter(namegroupThreadContextSwitches, zeroForMs, types);
  return {
    name: 'context-switches',
    collect: ({ grouped }) => {
      for (const { member, thread, bornInView, switches } of activity.in(grouped)) {
        if (!switches) continue;
        const { voluntary, nonvoluntary } = switches;
        const rise = increases.of(thread, [voluntary, nonvoluntary], bornInView);
        groups.add([member.groupname], rise, grouped);
        if (!member.threads) continue;
        const threadname = grouped.threadname(member, thread.comm);
        threads.add([member.groupname, threadname], rise, grouped);
      }
      if (grouped.full) for (const counter of [groups, threads]) counter.review(grouped);
      return [groups.samples(grouped), threads.samples(grouped)];
    },
    isComplete: () => !activity.denied,
  };
}
