import { namegroupThreadsWchan } from '../../metrics/namegroup-tiers';
import type { GroupedPass } from '../accounting/grouped-pass';
import type { Collector, FamilySamples } from '../collectors/collector';
import type { KernelFiles } from '../kernel-files/kernel-files';
import type { ThreadReading } from '../observation/observation';
import { tasksOf } from '../observation/tasks';
import { parseWchan } from '../procfs/wchan';
import type { RunThread, ThreadActivity } from './thread-activity';

/**
 * Where threads wait, from `/proc/[pid]/task/[tid]/wchan`, in each full pass. Who may not know reads `0`, as
 * of a thread that runs: when all say so, we may not know.
 */
export class WchanTier implements Collector {
  readonly name = 'wchan';
  private readonly known = new WeakMap<ThreadReading, string | undefined>();
  /** Ran since they were read last. */
  private readonly stale = new Map<ThreadReading, RunThread>();
  private families: FamilySamples[] = [];
  private asked = 0;
  private named = 0;

  constructor(
    private readonly files: Pick<KernelFiles, 'read'>,
    private readonly activity: ThreadActivity,
  ) {}

  readonly collect: Collector['collect'] = ({ grouped }) => {
    for (const run of this.activity.in(grouped)) this.stale.set(run.thread, run);
    if (!grouped.full) return this.families;
    for (const { thread, path } of this.stale.values()) {
      const bytes = this.files.read('task_wchan', `${path}/wchan`);
      this.known.set(thread, typeof bytes === 'string' ? undefined : parseWchan(bytes));
    }
    this.stale.clear();
    this.families = [{ family: namegroupThreadsWchan, samples: this.count(grouped) }];
    return this.families;
  };

  readonly isComplete = () => this.asked === 0 || this.named > 0;

  private count({ members }: GroupedPass) {
    const counts = new Map<string, Map<string, number>>();
    this.asked = this.named = 0;
    for (const { account, groupname } of members) {
      const ofGroup = counts.get(groupname) ?? new Map<string, number>();
      counts.set(groupname, ofGroup);
      for (const thread of tasksOf(account.process)) {
        const wchan = this.known.get(thread);
        this.asked += 1;
        if (wchan === undefined) continue;
        this.named += 1;
        ofGroup.set(wchan, (ofGroup.get(wchan) ?? 0) + 1);
      }
    }
    return [...counts].flatMap(([groupname, ofGroup]) =>
      [...ofGroup].map(([wchan, value]) => ({ labelValues: [groupname, wchan], value })),
    );
  }
}
