/** Size of a trend in pixels; its stroke needs the margin. */
export const trendSize = { width: 80, height: 20, margin: 1 } as const;

/**
 * The path of a small line through values at equal distances, from 0 at the bottom to the largest at the
 * top. Gaps are gaps. Undefined when fewer than two values are known: that is no trend.
 */
export function trendPath(values: readonly (number | null)[]): string | undefined {
  const known = values.flatMap((value) => value ?? []);
  if (known.length < 2) return undefined;
  const most = known.reduce((largest, value) => Math.max(largest, value), 0);
  const { width, height, margin } = trendSize;
  const x = (i: number) => margin + (i / (values.length - 1)) * (width - 2 * margin);
  const y = (value: number) =>
    height - margin - (most > 0 ? value / most : 0) * (height - 2 * margin);
  let path = '';
  values.forEach((value, i) => {
    if (value === null) return;
    const begins = i === 0 || values[i - 1] === null;
    path += `${begins ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
  });
  return path;
}
