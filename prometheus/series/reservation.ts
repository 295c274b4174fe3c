import { reservedCpuSources, type ReservedCpuSource } from '../../metrics/hostproc';
import type { VectorSeries } from '../http-api/responses';
import type { Judged } from '../promql/queries/judged';
import { reservationParts } from '../promql/queries/reservation';
import { joinParts } from './join';

/** What a node keeps for the platform, and where that is known from. */
export interface Reservation {
  readonly cpus: number;
  /** Of a reserved set: where it was told. */
  readonly source: ReservedCpuSource | 'capacity-minus-allocatable';
}

/** The reservation from the answer to its question; undefined when nothing tells one. */
export function reservationOf(vector: readonly VectorSeries[]): Reservation | undefined {
  const rows = joinParts(vector);
  for (const source of reservedCpuSources) {
    const cpus = rows.find(({ labels }) => labels.source === source)?.values[
      reservationParts.reserved
    ];
    if (cpus !== undefined) return { cpus, source };
  }
  const valueOf = (part: string) => rows.find(({ values }) => part in values)?.values[part];
  const [capacity, allocatable] = [
    valueOf(reservationParts.capacity),
    valueOf(reservationParts.allocatable),
  ];
  if (capacity === undefined || allocatable === undefined || allocatable >= capacity) {
    return undefined;
  }
  return { cpus: capacity - allocatable, source: 'capacity-minus-allocatable' };
}

/** What to judge: the platform against a reserved set, else the host, which alone is reserved for. */
export function judgedOf({ source }: Reservation, podsAreSplit: boolean): Judged {
  return source !== 'capacity-minus-allocatable' && podsAreSplit ? 'platform' : 'host';
}

export type Verdict = 'within' | 'close' | 'exceeds';

/** From this part of the reservation on it is close. */
const closeFrom = 0.9;

/** How the largest mean of a range stands to the reservation; a maximum of exactly it is no excess. */
export function verdictOf(maximum: number, reservedCpus: number): Verdict {
  if (maximum > reservedCpus) return 'exceeds';
  return maximum > closeFrom * reservedCpus ? 'close' : 'within';
}

/** Room above what was seen. */
const margin = 1.1;

/** The whole CPUs that a range with this maximum would have needed reserved, with a tenth of room. */
export function neededCpus(maximum: number): number {
  // Past what floating point adds: ten tenths of ten CPUs are eleven, and not twelve.
  return Math.max(1, Math.ceil(Number((maximum * margin).toPrecision(12))));
}
