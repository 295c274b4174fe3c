import { allocatableCpus, nodeCpus, reservedCpus } from '../../../metrics/hostproc';
import { aggregateBy, firstOf, select, tagged, union, type Expression } from '../expression';
import { nodeAllocatable, nodeCapacity } from '../foreign-series';
import { is } from '../matcher';
import { question } from './question';

/** Parts of the answer, in CPUs; `reserved` carries where it is known from (label `source`). */
export const reservationParts = {
  reserved: 'reserved',
  allocatable: 'allocatable',
  capacity: 'capacity',
} as const;

function capacityOf(node: string): Expression<never> {
  const online = aggregateBy('max', [], select(nodeCpus, { instance: is(node) }));
  const stated = select(nodeCapacity, { node: is(node), resource: is('cpu') });
  return firstOf(aggregateBy('max', [], stated), online);
}

function allocatableOf(node: string): Expression<never> {
  const told = aggregateBy('max', [], select(allocatableCpus, { instance: is(node) }));
  const stated = select(nodeAllocatable, { node: is(node), resource: is('cpu') });
  return firstOf(told, aggregateBy('max', [], stated));
}

/** How many CPUs the node keeps for the platform, and where that is known from. */
export const reservation = question({
  id: 'reservation',
  about: 'CPUs reserved for the platform by where this is known from; allocatable and capacity.',
  kind: 'instant',
  expression: ({ node }) =>
    union<'source' | 'part'>(
      tagged(
        reservationParts.reserved,
        aggregateBy('max', ['source'], select(reservedCpus, { instance: is(node) })),
      ),
      tagged(reservationParts.allocatable, allocatableOf(node)),
      tagged(reservationParts.capacity, capacityOf(node)),
    ),
});
