import type { ReloadStatus } from '../grouping/rules-source';
import type { KernelFiles } from '../kernel-files/kernel-files';
import type { Machine } from '../observation/machine';
import type { Reservation } from '../observation/reservation';
import { accountCollector } from './account';
import type { Collector } from './collector';
import { configurationCollector } from './configuration';
import { namegroupCollector } from './namegroup';
import { namesCollector } from './names';
import { nodeCollector } from './node';
import { readsCollector } from './reads';
import { reservationCollector } from './reservation';
import { scrapeErrorsCollector } from './scrape-errors';

/** What collectors know beside the snapshot of each pass. */
export interface Surroundings {
  readonly machine: Machine;
  readonly reservation: Reservation;
  readonly files: Pick<KernelFiles, 'counts'>;
  readonly failedPasses: () => number;
  /** Of the file of rules; `undefined` where there is none. */
  readonly reloadStatus: (() => ReloadStatus) | undefined;
  /** What is read because its families are wanted. */
  readonly tiers: readonly Collector[];
  /** Whether one of them has threads by state. */
  readonly statesByThread: boolean;
}

/** Every collector, in the order in which their families are exposed. */
export function allCollectors(given: Surroundings): readonly Collector[] {
  return [
    accountCollector,
    nodeCollector,
    reservationCollector(given.reservation),
    namegroupCollector(given.machine, !given.statesByThread),
    ...given.tiers,
    scrapeErrorsCollector(given.files, given.failedPasses),
    namesCollector,
    readsCollector(given.files.counts),
    ...(given.reloadStatus ? [configurationCollector(given.reloadStatus)] : []),
  ];
}
