import { goDurationMs } from './go-duration';

test.each([
  ['0', 0],
  ['0s', 0],
  ['15s', 15_000],
  ['+15s', 15_000],
  ['1.5h', 5_400_000],
  ['1m30.5s', 90_500],
  ['.5s', 500],
  ['1.s', 1000],
  ['100ms', 100],
  ['250us', 0.25],
  ['250\u00b5s', 0.25],
  ['250\u03bcs', 0.25],
  ['1000000ns', 1],
])('%s', (text, ms) => {
  expect(goDurationMs(text)).toBeCloseTo(ms, 9);
});

test.each(['', '15', 's', '.s', '1x', '-1s', '1 s', '1s ', '1m 30s', '1e3s', '9'.repeat(64) + 's'])(
  '%j is none',
  (text) => {
    expect(goDurationMs(text)).toBeUndefined();
  },
);
