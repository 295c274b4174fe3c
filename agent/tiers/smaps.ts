import { namegroupMemoryBytes } from '../../metrics/namegroup';
import type { Collector, FamilySamples } from '../collectors/collector';
import type { KernelFiles } from '../kernel-files/kernel-files';
import { parseSmapsRollup, type ProportionalMemory } from '../procfs/smaps-rollup';
import { GroupGauge } from './group-gauge';

const none: ProportionalMemory = { residentBytes: 0, swappedBytes: 0 };

/**
 * Memory with shared pages divided, from `/proc/[pid]/smaps_rollup`, in each full pass. The kernel walks all
 * pages of a process for it, and holds up who maps or unmaps memory meanwhile.
 */
export function smapsTier(files: Pick<KernelFiles, 'read'>, procfs: string): Collector {
  let families: FamilySamples[] = [];
  let complete = true;

  const memoryOf = (pid: number): ProportionalMemory | undefined => {
    const path = `${procfs}/${pid}/smaps_rollup`;
    const bytes = files.read('pid_smaps_rollup', path);
    if (bytes === 'gone') return none;
    // Kernel threads and zombies have no memory.
    if (typeof bytes === 'string') return undefined;
    return bytes.length === 0 ? none : parseSmapsRollup(bytes, path);
  };
  return {
    name: 'smaps',
    collect: ({ grouped, groupSizes }) => {
      if (!grouped.full) return families;
      const resident = new GroupGauge();
      const swapped = new GroupGauge();
      for (const { account, groupname } of grouped.members) {
        const memory = memoryOf(account.process.pid);
        resident.put(groupname, memory?.residentBytes);
        swapped.put(groupname, memory?.swappedBytes);
      }
      complete = resident.isComplete;
      const samples = [
        ...resident.samples(groupSizes, 'proportionalResident'),
        ...swapped.samples(groupSizes, 'proportionalSwapped'),
      ];
      families = [{ family: namegroupMemoryBytes, samples }];
      return families;
    },
    isComplete: () => complete,
  };
}
