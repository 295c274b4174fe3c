import type { Machine } from '../observation/machine';
import type { Reservation } from '../observation/reservation';
import type { ReloadStatus } from '../grouping/rules-source';
import type { ReadCounts } from '../kernel-files/kernel-files';
import { accountCollector } from './account';
import type { Collector } from './collector';
import { configurationCollector } from './configuration';
import { namegroupCollector } from './namegroup';
import { namesCollector } from './names';
import { nodeCollector } from './node';
import { readsCollector } from './reads';
import { reservationCollector } from './reservation';

/**
 * Every collector, in the order in which their families are exposed.
 * @param reloadStatus of the file of rules; left out where there is none
 */
export function allCollectors(
  machine: Machine,
  reservation: Reservation,
  reads: ReadCounts,
  reloadStatus?: () => ReloadStatus,
): readonly Collector[] {
  return [
    accountCollector,
    nodeCollector,
    reservationCollector(reservation),
    namegroupCollector(machine),
    namesCollector,
    readsCollector(reads),
    ...(reloadStatus ? [configurationCollector(reloadStatus)] : []),
  ];
}
