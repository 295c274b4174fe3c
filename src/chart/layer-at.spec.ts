import { layerAt } from './layer-at';
import { stackOf } from './stack';

const stack = stackOf([0, 1, 2], 1, [
  { key: 'low', values: [1, 0, null] },
  { key: 'high', values: [2, 2, null] },
]);

describe('layerAt', () => {
  it.each([
    [0, 0, 'low'],
    [0, 0.99, 'low'],
    [0, 1, 'high'],
    [0, 2.99, 'high'],
    [1, 0, 'high'],
  ])('finds at sample %d and %d cores the layer %s', (index, cores, key) => {
    expect(layerAt(stack, index, cores)).toBe(key);
  });

  it('finds nothing above, below, over a gap and beside the samples', () => {
    expect(layerAt(stack, 0, 3)).toBeUndefined();
    expect(layerAt(stack, 0, -0.1)).toBeUndefined();
    expect(layerAt(stack, 2, 0)).toBeUndefined();
    expect(layerAt(stack, 3, 0)).toBeUndefined();
  });
});
