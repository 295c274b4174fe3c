import { judgeSoak } from './judge';

const mib = 1024 * 1024;
const points = (held: readonly number[], descriptors: readonly number[] = held.map(() => 30)) =>
  held.map((heldMiB, i) => ({
    scrapes: 1000 * i,
    heldBytes: heldMiB * mib,
    residentBytes: 0,
    descriptors: descriptors[i] ?? 0,
  }));

test('a heap that goes up and down has not grown', () => {
  expect(judgeSoak(points([20, 21, 20, 22, 20, 21])).passed).toBe(true);
});

test('a heap that rises by more than 1 MiB has grown', () => {
  expect(judgeSoak(points([20, 20.5, 21, 21, 21.5, 22]))).toMatchObject({
    heldGrowthBytes: 1.5 * mib,
    passed: false,
  });
});

test('descriptors that are not closed are growth, too', () => {
  const verdict = judgeSoak(points([20, 20, 20], [30, 130, 230]));
  expect(verdict).toEqual({ heldGrowthBytes: 0, descriptorGrowth: 200, passed: false });
});

test('two points say nothing', () => {
  expect(() => judgeSoak(points([1, 2]))).toThrow('Expected at least three points, found 2.');
});
