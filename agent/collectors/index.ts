import type { Reservation } from '../observation/reservation';
import { accountCollector } from './account';
import type { Collector } from './collector';
import { namegroupCollector } from './namegroup';
import { namesCollector } from './names';
import { nodeCollector } from './node';
import { reservationCollector } from './reservation';

/** Every collector, in the order in which their families are exposed. */
export function allCollectors(reservation: Reservation): readonly Collector[] {
  return [
    accountCollector,
    nodeCollector,
    reservationCollector(reservation),
    namegroupCollector,
    namesCollector,
  ];
}
