/** The value axis: from 0 to `max`, with ticks `step` apart, all in what the peak was given in. */
export interface ValueAxis {
  readonly max: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

/** Room above the highest point, so that it does not touch the edge. */
const headroom = 1.08;
const mostTicks = 6;

/** The smallest of 1, 2 and 5 times a power of ten that is not below the value. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/**
 * An axis for values up to `peak`, with round ticks in a unit that `perUnit` of them make; it goes to one
 * unit when all values are zero.
 */
export function valueAxis(peak: number, perUnit = 1): ValueAxis {
  const max = peak > 0 ? (peak / perUnit) * headroom : 1;
  const step = roundStep(max / mostTicks);
  const count = Math.floor(max / step + 1e-9);
  // Multiplied and not added up: 0.1 three times over is not 0.3.
  const ticks = Array.from({ length: count }, (_, i) => Number(((i + 1) * step).toPrecision(12)));
  return { max: max * perUnit, step: step * perUnit, ticks: ticks.map((tick) => tick * perUnit) };
}
