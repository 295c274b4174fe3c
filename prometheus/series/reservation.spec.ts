import type { VectorSeries } from '../http-api/responses';
import { judgedOf, neededCpus, reservationOf, verdictOf } from './reservation';

function sample(metric: Record<string, string>, value: number): VectorSeries {
  return { metric, value: [0, String(value)] };
}

const allocatable = sample({ part: 'allocatable' }, 3.5);
const capacity = sample({ part: 'capacity' }, 4);
const fromKernel = sample({ part: 'reserved', source: 'systemd.cpu_affinity' }, 2);

describe('the reservation', () => {
  it('is what was said outright, before what the kernel was told', () => {
    const said = sample({ part: 'reserved', source: 'option' }, 3);
    expect(reservationOf([fromKernel, said, allocatable, capacity])).toEqual({
      cpus: 3,
      source: 'option',
    });
    expect(reservationOf([fromKernel, allocatable, capacity])?.source).toBe('systemd.cpu_affinity');
  });

  it('is else capacity minus allocatable, where that leaves something', () => {
    expect(reservationOf([allocatable, capacity])).toEqual({
      cpus: 0.5,
      source: 'capacity-minus-allocatable',
    });
    expect(reservationOf([sample({ part: 'allocatable' }, 4), capacity])).toBeUndefined();
  });

  it('is unknown where nothing tells it', () => {
    expect(reservationOf([capacity])).toBeUndefined();
    expect(reservationOf([])).toBeUndefined();
  });

  it('of a set is for the platform, as far as its pods are known; else for the host', () => {
    expect(judgedOf({ cpus: 2, source: 'option' }, true)).toBe('platform');
    expect(judgedOf({ cpus: 2, source: 'option' }, false)).toBe('host');
    expect(judgedOf({ cpus: 2, source: 'capacity-minus-allocatable' }, true)).toBe('host');
  });
});

describe('what is judged', () => {
  it.each([
    [0, 'within'],
    [1.8, 'within'],
    [1.81, 'close'],
    [2, 'close'],
    [2.0001, 'exceeds'],
  ])('a maximum of %d of 2 CPUs is %s', (maximum, verdict) => {
    expect(verdictOf(maximum, 2)).toBe(verdict);
  });

  it.each([
    [0, 1],
    [0.9, 1],
    [1, 2],
    [10, 11],
    [10.01, 12],
    [3.6, 4],
  ])('a maximum of %d would have needed %d CPUs', (maximum, cpus) => {
    expect(neededCpus(maximum)).toBe(cpus);
  });
});
