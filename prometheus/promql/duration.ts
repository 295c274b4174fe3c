const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/**
 * Milliseconds as a PromQL duration that means exactly as much: 5400000 is `1h30m`, 15001 is `15s1ms`.
 * Fractions of a millisecond are rounded. A duration that is not positive is a RangeError: Prometheus
 * would refuse it.
 */
export function duration(milliseconds: number): string {
  let rest = Math.round(milliseconds);
  if (!(rest > 0) || !Number.isFinite(rest)) {
    throw new RangeError(`A PromQL duration must be positive, not ${milliseconds} ms.`);
  }
  let text = '';
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) text += `${count}${unit}`;
  }
  return text;
}
