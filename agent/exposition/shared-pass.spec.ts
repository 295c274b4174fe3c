import { shareFor } from './shared-pass';

test('one pass serves all who ask within a second, and nobody later', async () => {
  let nowMs = 0;
  let passes = 0;
  const ask = shareFor(
    1000,
    () => nowMs,
    () => Promise.resolve(++passes),
  );
  expect([await ask(), await ask()]).toEqual([1, 1]);
  nowMs = 999;
  expect(await ask()).toBe(1);
  nowMs = 1000;
  expect(await ask()).toBe(2);
});

test('a pass that fails is not kept beyond its second', async () => {
  let nowMs = 0;
  let fail = true;
  const ask = shareFor(
    1000,
    () => nowMs,
    () => (fail ? Promise.reject(new Error('no')) : Promise.resolve('yes')),
  );
  await expect(ask()).rejects.toThrow('no');
  fail = false;
  nowMs = 1001;
  await expect(ask()).resolves.toBe('yes');
});

test('a pass that takes longer serves all who ask until it ends', async () => {
  let nowMs = 0;
  const ends: ((result: string) => void)[] = [];
  const ask = shareFor(
    1000,
    () => nowMs,
    () => new Promise<string>((resolve) => ends.push(resolve)),
  );
  const first = ask();
  nowMs = 5000;
  const second = ask();
  expect(ends).toHaveLength(1);
  ends[0]?.('done');
  expect([await first, await second]).toEqual(['done', 'done']);
  void ask();
  expect(ends).toHaveLength(2);
});
