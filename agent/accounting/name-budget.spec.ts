import fc from 'fast-check';
import { NameBudget, nameKey } from './name-budget';

const minute = 60_000;
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function budget(limits = {}) {
  const names = new NameBudget({ total: 2, perParent: 2, forgetAfterMs: 10 * minute, ...limits });
  return {
    names,
    /** A pass in which each name uses that many microseconds, with a review at full minutes; answers the names in use. */
    pass: (atMinute: number, usage: Record<string, number>, parent = '') => {
      for (const [name, usec] of Object.entries(usage)) {
        names.note(nameKey(parent, name), usec, atMinute * minute);
      }
      names.settle();
      if (Number.isInteger(atMinute)) names.review(atMinute * minute);
      return Object.keys(usage).map((name) => names.nameOf(nameKey(parent, name)));
    },
  };
}

test('as long as there is room every name keeps its own', () => {
  expect(budget().pass(0, { a: 0, b: 0 })).toEqual(['a', 'b']);
});

test('a key finds its name again after it was forgotten', () => {
  const { names, pass } = budget({ total: 1 });
  const key = nameKey('', 'a');
  names.note(key, 1, 0);
  names.settle();
  expect(names.has(key)).toBe(true);
  pass(11, { b: 1 });
  pass(12, { b: 1 });
  expect([names.has(key), names.nameOf(key)]).toEqual([false, '(other)']);
  // By then the name that has its place is forgotten, too.
  names.note(key, 1, 30 * minute);
  names.settle();
  names.review(30 * minute);
  expect(names.has(key)).toBe(true);
});

test('a key that is known to one budget is not known to another', () => {
  const [one, another] = [budget().names, budget().names];
  const key = nameKey('', 'a');
  one.note(key, 1, 0);
  one.settle();
  expect([one, another, one].map((names) => names.has(key))).toEqual([true, false, true]);
});

test('beyond that the busiest keep theirs, however they are listed', () => {
  const { pass, names } = budget();
  expect(pass(0, { idle: 1, busy: 100, middling: 50 })).toEqual(['(other)', 'busy', 'middling']);
  expect([names.size, names.foldedTotal]).toEqual([2, 1]);
});

test('a name that becomes much busier takes the place of the idlest, at a review', () => {
  const { pass } = budget();
  pass(0, { a: 10, b: 20, c: 1 });
  expect(pass(0.5, { a: 0, b: 20, c: 1000 })).toEqual(['a', 'b', '(other)']);
  expect(pass(1, { a: 0, b: 20, c: 1000 })).toEqual(['(other)', 'b', 'c']);
});

test('a name that is a little busier does not: names do not flap', () => {
  const { pass } = budget();
  pass(0, { a: 100, b: 100, c: 1 });
  for (let at = 1; at < 20; at++) {
    expect(pass(at, { a: 100, b: 100, c: 150 })).toEqual(['a', 'b', '(other)']);
  }
});

test('a name that ended is forgotten after a while, and its place is free', () => {
  const { pass } = budget();
  pass(0, { a: 1, b: 1 });
  pass(1, { b: 1, c: 0 });
  expect(pass(9.5, { b: 1, c: 0 })).toEqual(['b', '(other)']);
  expect(pass(11, { b: 1, c: 0 })).toEqual(['b', 'c']);
});

test("one parent's names cannot take all room", () => {
  const { pass, names } = budget({ total: 3 });
  pass(0, { x: 1, y: 1, z: 1 }, 'one');
  expect(pass(0, { x: 1 }, 'two')).toEqual(['x']);
  expect(names.size).toBe(3);
});

test('never more names than the limits allow, whatever comes', () => {
  const use = fc.record({
    parent: fc.constantFrom('p', 'q', 'r'),
    name: fc.constantFrom(...letters),
    usec: fc.nat(1e6),
  });
  fc.assert(
    fc.property(fc.array(fc.array(use), { maxLength: 40 }), (passes) => {
      const names = new NameBudget({ total: 5, perParent: 3, forgetAfterMs: 3 * minute });
      passes.forEach((pass, at) => {
        for (const { parent, name, usec } of pass)
          names.note(nameKey(parent, name), usec, at * minute);
        names.settle();
        names.review(at * minute);
        const admitted = ['p', 'q', 'r'].map(
          (parent) => letters.filter((name) => names.has(nameKey(parent, name))).length,
        );
        expect(Math.max(...admitted)).toBeLessThanOrEqual(3);
        expect(admitted.reduce((sum, count) => sum + count, 0)).toBe(names.size);
        expect(names.size).toBeLessThanOrEqual(5);
      });
    }),
  );
});
