import { UnexplainedTime } from './unexplained';

const pass = (busyUsec: number, tasksUsec: number, interruptUsec = 0, childrenUsec = 0) => ({
  busyUsec,
  tasksUsec,
  interruptUsec,
  childrenUsec,
  childrenMayBeInCgroups: false,
  roundingUsec: 1000,
});

test('interrupts explain what tasks leave open, and no more', () => {
  // A kernel that takes interrupt time out of the interrupted task.
  expect(new UnexplainedTime().split(pass(100, 90, 8))).toEqual({
    childrenUsec: 0,
    interruptUsec: 8,
    unattributedUsec: 2,
  });
  // A kernel that leaves it in: the tasks explain everything already.
  expect(new UnexplainedTime().split(pass(100, 100, 8))).toEqual({
    childrenUsec: 0,
    interruptUsec: 0,
    unattributedUsec: 0,
  });
});

test('children that came and went come before interrupts', () => {
  expect(new UnexplainedTime().split(pass(100, 50, 30, 40))).toEqual({
    childrenUsec: 40,
    interruptUsec: 10,
    unattributedUsec: 0,
  });
});

test('children that find no room wait for one pass', () => {
  const unexplained = new UnexplainedTime();
  expect(unexplained.split(pass(100, 95, 0, 20)).childrenUsec).toBe(5);
  expect(unexplained.split(pass(100, 50, 0, 0)).childrenUsec).toBe(15);
  expect(unexplained.split(pass(100, 50, 0, 0)).childrenUsec).toBe(0);
});

test('what tasks used beyond busy is taken off the next pass, so that the sums agree', () => {
  const unexplained = new UnexplainedTime();
  expect(unexplained.split(pass(100, 130)).unattributedUsec).toBe(0);
  expect(unexplained.split(pass(100, 50)).unattributedUsec).toBe(20);
});

test('children that may have run in cgroups come after interrupts', () => {
  expect(
    new UnexplainedTime().split({ ...pass(100, 50, 30, 40), childrenMayBeInCgroups: true }),
  ).toEqual({ childrenUsec: 20, interruptUsec: 30, unattributedUsec: 0 });
});

test('children that waited are paid first, and the new ones wait then', () => {
  const unexplained = new UnexplainedTime();
  unexplained.split(pass(100, 100, 0, 15));
  expect(unexplained.split(pass(100, 88, 0, 10)).childrenUsec).toBe(12);
  expect(unexplained.split(pass(100, 50, 0, 0)).childrenUsec).toBe(10);
});

test('a debt that rounding cannot explain is forgotten', () => {
  const unexplained = new UnexplainedTime();
  unexplained.split(pass(100, 5000));
  expect(unexplained.split(pass(3000, 0, 3000)).interruptUsec).toBe(2000);
});
