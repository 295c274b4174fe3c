import { readFileSync } from 'node:fs';
import os from 'node:os';
import { busyCounter, type BusyRecord, parseRest, startBusyRecord } from './busy-record';

const cpu = (name: string, idle: number, iowait = 0, steal = 0) => ({
  cpu: name,
  idle,
  iowait,
  steal,
});

describe('parseRest', () => {
  it('takes idle, iowait and steal of the single CPUs', () => {
    const text = [
      'cpu  100 1 200 4000 50 6 7 8 0 0',
      'cpu0 50 1 100 2000 20 3 4 5 0 0',
      'cpu11 50 0 100 2000 30 3 3 3 0 0',
      'intr 12345 0 1',
      'ctxt 999',
    ].join('\n');
    expect(parseRest(text)).toEqual([cpu('cpu0', 2000, 20, 5), cpu('cpu11', 2000, 30, 3)]);
  });

  it('finds as many CPUs in the real file as this machine has', () => {
    expect(parseRest(readFileSync('/proc/stat', 'utf8'))).toHaveLength(os.cpus().length);
  });
});

describe('busyCounter', () => {
  it('is the complement of idle, iowait and steal over all CPUs', () => {
    const count = busyCounter();
    expect(count(1000, [cpu('cpu0', 500), cpu('cpu1', 500, 10, 10)])).toBe(0);
    // 2 CPU-seconds passed: 0.5 idle on the first; 0.2 idle, 0.1 iowait and 0.1 steal on the other.
    const busy = count(2000, [cpu('cpu0', 550), cpu('cpu1', 520, 20, 20)]);
    expect(busy).toBeCloseTo(2 - 0.5 - 0.4, 10);
  });

  it('counts nothing twice when idle steps back', () => {
    const count = busyCounter();
    count(0, [cpu('cpu0', 100)]);
    count(1000, [cpu('cpu0', 150)]);
    count(2000, [cpu('cpu0', 148)]);
    expect(count(3000, [cpu('cpu0', 200)])).toBeCloseTo(3 - 1, 10);
  });

  it('stands while a tick of idle is ahead of its time, and loses nothing', () => {
    const count = busyCounter();
    count(0, [cpu('cpu0', 0)]);
    count(1000, [cpu('cpu0', 90)]);
    // 4 ms after the tick of 10 ms was counted: 6 ms too much.
    expect(count(1004, [cpu('cpu0', 91)])).toBeCloseTo(0.1, 10);
    expect(count(2000, [cpu('cpu0', 151)])).toBeCloseTo(2 - 1.51, 10);
  });

  it('leaves a CPU out while it is offline', () => {
    const count = busyCounter();
    count(0, [cpu('cpu0', 0), cpu('cpu1', 0)]);
    count(1000, [cpu('cpu0', 100)]);
    count(2000, [cpu('cpu0', 200), cpu('cpu1', 0)]);
    expect(count(3000, [cpu('cpu0', 300), cpu('cpu1', 50)])).toBeCloseTo(0.5, 10);
  });
});

describe('startBusyRecord', () => {
  let record: BusyRecord;
  beforeEach(() => (record = startBusyRecord()));
  // Whatever a test finds: a record that goes on keeps the whole run from ending.
  afterEach(() => record.stop());

  it('sees what this very process burns', async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const startMs = Date.now();
    const end = performance.now() + 500;
    while (performance.now() < end) Math.sqrt(end);
    const endMs = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 150));
    const busy = await record.between(startMs, endMs);
    // At least our half second, at most the whole machine; two samples beside us and ticks of 10 ms.
    expect(busy).toBeGreaterThan(0.3);
    expect(busy).toBeLessThan(0.6 * os.cpus().length + 0.1);
  });

  it('waits for an end that is younger than its newest sample', async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const nowMs = Date.now();
    await expect(record.between(nowMs - 100, nowMs)).resolves.toBeGreaterThanOrEqual(0);
  });

  it('knows nothing of moments outside', async () => {
    await expect(record.between(0, 1000)).rejects.toThrow('1970-01-01T00:00:01.000Z lies outside');
  });
});
