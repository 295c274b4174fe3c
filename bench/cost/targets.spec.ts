import { knownGrowth, knownSize } from './known-figures';
import { judge } from './targets';

const missing = { size: 'threads', title: 'one process', impossible: 'This machine cannot.' };
const reachedOf = (targets: ReturnType<typeof judge>) => targets.map(({ reached }) => reached);

test('what is reached is said to be reached, with the figure', () => {
  const growth = [...knownGrowth('active', 0.05), ...knownGrowth('idle', 0.001)];
  const targets = judge([knownSize('node'), knownSize('large'), missing], growth);
  expect(reachedOf(targets)).toEqual(Array(8).fill(true));
  expect(targets[0]).toMatchObject({ measured: '1/150.0' });
  expect(targets.at(-1)).toMatchObject({ measured: '1.0 µs against 50.0 µs' });
});

test('what is missed is said to be missed', () => {
  const growth = [...knownGrowth('active', 0.05), ...knownGrowth('idle', 0.02)];
  const targets = judge([knownSize('node', { agentMs: 15, stallMs: 51 })], growth);
  expect(reachedOf(targets)).toEqual([false, false, true, true, undefined, false, true, false]);
});

test('what was not measured is neither', () => {
  expect(reachedOf(judge([knownSize('small')], []))).toEqual(Array(8).fill(undefined));
});

test('with every family it is the ratio alone, and a larger one', () => {
  const targets = judge([knownSize('node', { agentMs: 59 })], [], true);
  expect(reachedOf(targets)).toEqual([true, true]);
  expect(targets[0]?.target).toContain('at most 1/20 of');
  expect(reachedOf(judge([knownSize('node', { agentMs: 61 })], [], true))).toEqual([false, false]);
});
