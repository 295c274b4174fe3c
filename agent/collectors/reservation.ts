import { allocatableCpus, reservedCpus } from '../../metrics/hostproc';
import type { Reservation } from '../observation/reservation';
import type { Collector } from './collector';

/** The CPUs that are reserved for the platform, and those that pods may request. */
export function reservationCollector(reservation: Reservation): Collector {
  const { reserved, allocatableCpus: allocatable } = reservation;
  return {
    name: 'reservation',
    collect: () => [
      {
        family: reservedCpus,
        samples: reserved.map(({ source, cpus }) => ({ labelValues: [source], value: cpus })),
      },
      {
        family: allocatableCpus,
        samples: allocatable === undefined ? [] : [{ labelValues: [], value: allocatable }],
      },
    ],
  };
}
