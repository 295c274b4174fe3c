import type { Collector } from '../collectors/collector';
import type { KernelFiles } from '../kernel-files/kernel-files';
import { contextSwitchesTier } from './context-switches';
import { descriptorsTier } from './descriptors';
import { IoTier } from './io';
import { smapsTier } from './smaps';
import { swapTier } from './swap';
import { ThreadActivity } from './thread-activity';
import { ThreadStatTier } from './thread-stat';
import type { WantedTiers } from './wanted-tiers';
import { WchanTier } from './wchan';

/** The tiers that are wanted, and those that cost nothing. @param threads whether families by thread name are */
export function createTiers(
  files: Pick<KernelFiles, 'read' | 'entryCount'>,
  { procfs, tiers: wanted, threads }: { procfs: string; tiers: WantedTiers; threads: boolean },
  zeroForMs: number,
): readonly Collector[] {
  const byThread = [wanted.io && threads, wanted.wchan, wanted.threadStat].filter(Boolean).length;
  // Asking each thread for its context switches spares all other tiers those that did not run.
  const activity = new ThreadActivity(files, procfs, wanted.contextSwitches || byThread > 1);
  return [
    swapTier(files, procfs),
    ...(wanted.contextSwitches ? [contextSwitchesTier(activity, zeroForMs)] : []),
    ...(wanted.io ? [new IoTier(files, procfs, threads ? activity : undefined, zeroForMs)] : []),
    ...(wanted.threadStat ? [new ThreadStatTier(files, activity, zeroForMs)] : []),
    ...(wanted.wchan ? [new WchanTier(files, activity)] : []),
    ...(wanted.descriptors ? [descriptorsTier(files, procfs)] : []),
    ...(wanted.smaps ? [smapsTier(files, procfs)] : []),
  ];
}
