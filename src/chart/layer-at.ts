import type { Stack } from './stack';

/** The key of the layer at a height of the stack, in cores; undefined above it and over a gap. */
export function layerAt(stack: Stack, index: number, cores: number): string | undefined {
  if (cores < 0 || (stack.totals[index] ?? null) === null) return undefined;
  let top = 0;
  for (const { key, values } of stack.inputs) {
    top += values[index] ?? 0;
    if (cores < top) return key;
  }
  return undefined;
}
