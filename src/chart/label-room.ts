/** Widths of a character in the size of the chart's labels, in pixels, rather too large than too small. */
const latinWidth = 7.5;
const wideWidth = 14;

/** From here on lie the scripts whose characters are as wide as they are high. */
const firstWide = '\u2E80';

/** Between two labels, in pixels. */
const gap = 8;

function widthOf(label: string): number {
  return Array.from(label).reduce(
    (sum, one) => sum + (one < firstWide ? latinWidth : wideWidth),
    0,
  );
}

/** Every how many of labels that lie `distance` pixels apart can be written without touching each other. */
export function writtenEvery(labels: readonly string[], distance: number): number {
  const widest = Math.max(0, ...labels.map(widthOf));
  return distance > 0 ? Math.max(1, Math.ceil((widest + gap) / distance)) : 1;
}
