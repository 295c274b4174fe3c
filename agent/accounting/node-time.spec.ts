import { NodeTime } from './node-time';

const cpu = (number: number, idleTicks: number, more = {}) => ({
  cpu: number,
  idleTicks,
  iowaitTicks: 0,
  irqTicks: 0,
  softirqTicks: 0,
  stealTicks: 0,
  ...more,
});

test('begins at zero, whatever the kernel has counted', () => {
  expect(new NodeTime().update([cpu(0, 123_456)], 1000)).toEqual({
    busyUsec: 0,
    idleUsec: 0,
    iowaitUsec: 0,
    stealUsec: 0,
    interruptUsec: 0,
    cpus: 1,
  });
});

test('busy is what elapsed less idle, iowait and steal, on each CPU', () => {
  const node = new NodeTime();
  node.update([cpu(0, 100), cpu(1, 100)], 0);
  expect(
    node.update(
      [cpu(0, 150, { iowaitTicks: 10, stealTicks: 5, softirqTicks: 3 }), cpu(1, 200)],
      1000,
    ),
  ).toEqual({
    busyUsec: 350_000,
    idleUsec: 1_500_000,
    iowaitUsec: 100_000,
    stealUsec: 50_000,
    interruptUsec: 30_000,
    cpus: 2,
  });
});

test('no total falls when idle steps back', () => {
  const node = new NodeTime();
  node.update([cpu(0, 100)], 0);
  node.update([cpu(0, 190)], 1000);
  const back = node.update([cpu(0, 180)], 1000);
  expect(back).toMatchObject({ idleUsec: 900_000, busyUsec: 100_000 });
  expect(node.update([cpu(0, 280)], 2000)).toMatchObject({
    idleUsec: 1_800_000,
    busyUsec: 200_000,
  });
});

test('a CPU that leaves keeps what it had, and begins anew when it comes back', () => {
  const node = new NodeTime();
  node.update([cpu(0, 0), cpu(1, 0)], 0);
  node.update([cpu(0, 100), cpu(1, 40)], 1000);
  expect(node.update([cpu(0, 200)], 2000)).toMatchObject({
    busyUsec: 600_000,
    idleUsec: 2_400_000,
    cpus: 1,
  });
  node.update([cpu(0, 300), cpu(1, 40)], 3000);
  expect(node.update([cpu(0, 400), cpu(1, 90)], 4000)).toMatchObject({
    busyUsec: 1_100_000,
    idleUsec: 4_900_000,
    cpus: 2,
  });
});
