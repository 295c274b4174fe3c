import { tokenBucket } from './token-bucket';

test('a burst at once, one more an interval, and never more than the burst', () => {
  let nowMs = 0;
  const within = tokenBucket({ intervalMs: 100, burst: 2 }, () => nowMs);
  const asked = () => [within(), within(), within()];
  expect(asked()).toEqual([true, true, false]);
  nowMs = 99;
  expect(within()).toBe(false);
  nowMs = 100;
  expect(asked()).toEqual([true, false, false]);
  nowMs = 100_000;
  expect(asked()).toEqual([true, true, false]);
});
