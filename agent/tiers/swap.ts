import { namegroupMemoryBytes } from '../../metrics/namegroup';
import type { Collector, FamilySamples } from '../collectors/collector';
import type { KernelFiles } from '../kernel-files/kernel-files';
import { parseSwapUsedBytes } from '../procfs/meminfo';
import { parseSwapBytes } from '../procfs/status';
import { GroupGauge } from './group-gauge';

/**
 * Memory in swap space, from `/proc/[pid]/status`, in each full pass. While `/proc/meminfo` says that none
 * is in use, nobody has any: then it costs one read.
 */
export function swapTier(files: Pick<KernelFiles, 'read'>, procfs: string): Collector {
  let families: FamilySamples[] = [];
  let complete = true;

  const isUsed = () => {
    const path = `${procfs}/meminfo`;
    const bytes = files.read('meminfo', path);
    return typeof bytes === 'string' || parseSwapUsedBytes(bytes, path) > 0;
  };
  const swappedBytes = (pid: number) => {
    const bytes = files.read('pid_status', `${procfs}/${pid}/status`);
    if (typeof bytes === 'string') return bytes === 'gone' ? 0 : undefined;
    return parseSwapBytes(bytes);
  };
  return {
    name: 'swap',
    collect: ({ grouped, groupSizes }) => {
      if (!grouped.full) return families;
      const swapped = new GroupGauge();
      if (isUsed()) {
        for (const { account, groupname } of grouped.members) {
          swapped.put(groupname, swappedBytes(account.process.pid));
        }
      }
      complete = swapped.isComplete;
      families = [
        { family: namegroupMemoryBytes, samples: swapped.samples(groupSizes, 'swapped') },
      ];
      return families;
    },
    isComplete: () => complete,
  };
}
