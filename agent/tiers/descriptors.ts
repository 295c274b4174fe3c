import { namegroupOpenFiledesc, namegroupWorstFdRatio } from '../../metrics/namegroup-tiers';
import type { Collector, FamilySamples } from '../collectors/collector';
import type { KernelFiles } from '../kernel-files/kernel-files';
import type { ProcessReading } from '../observation/observation';
import { parseMaxOpenFiles } from '../procfs/limits';
import { GroupGauge } from './group-gauge';
import { Standstill } from './standstill';

interface Descriptors {
  /** `undefined` when it may not be read. */
  readonly open: number | undefined;
  readonly ratio: number | undefined;
}

/** Open descriptors, from `/proc/[pid]/fd` and `/proc/[pid]/limits`, in each full pass. */
export function descriptorsTier(
  files: Pick<KernelFiles, 'read' | 'entryCount'>,
  procfs: string,
): Collector {
  const known = new WeakMap<ProcessReading, Descriptors>();
  const standstill = new Standstill();
  let families: FamilySamples[] = [];
  let complete = true;

  const descriptorsOf = (process: ProcessReading) => {
    const before = known.get(process);
    // Nobody else can open or close one for it.
    if (!standstill.mayHaveRun(process) && before) return before;
    const now = readDescriptors(files, `${procfs}/${process.pid}`);
    known.set(process, now);
    return now;
  };
  return {
    name: 'descriptors',
    collect: ({ grouped, groupSizes }) => {
      if (!grouped.full) return families;
      const open = new GroupGauge();
      const ratio = new GroupGauge(Math.max);
      for (const { account, groupname } of grouped.members) {
        const one = descriptorsOf(account.process);
        open.put(groupname, one.open);
        ratio.put(groupname, one.ratio);
      }
      complete = open.isComplete && ratio.isComplete;
      families = [
        { family: namegroupOpenFiledesc, samples: open.samples(groupSizes) },
        { family: namegroupWorstFdRatio, samples: ratio.samples(groupSizes) },
      ];
      return families;
    },
    isComplete: () => complete,
  };
}

function readDescriptors(
  files: Pick<KernelFiles, 'read' | 'entryCount'>,
  folder: string,
): Descriptors {
  const count = files.entryCount('pid_fd', `${folder}/fd`);
  if (typeof count === 'string') {
    const open = count === 'gone' ? 0 : undefined;
    return { open, ratio: open };
  }
  const bytes = files.read('pid_limits', `${folder}/limits`);
  if (typeof bytes === 'string') return { open: count, ratio: bytes === 'gone' ? 0 : undefined };
  const limit = parseMaxOpenFiles(bytes);
  // A zombie has none.
  return { open: count, ratio: limit === undefined || count === 0 ? 0 : count / limit };
}
