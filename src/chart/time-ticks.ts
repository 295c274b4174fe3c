const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const steps = [
  10_000,
  30_000,
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 4, 7, 14].map((count) => count * day),
];

/** Full steps of the browser's zone, from the midnight before the start on. */
function ticksBy(step: number, startMs: number, endMs: number): number[] {
  const midnight = new Date(startMs).setHours(0, 0, 0, 0);
  const ticks: number[] = [];
  for (let i = 0; ; i++) {
    // Days are counted by the calendar: some have 23 or 25 hours.
    const tick =
      step < day
        ? midnight + i * step
        : new Date(midnight).setDate(new Date(midnight).getDate() + i * (step / day));
    if (tick > endMs) return ticks;
    if (tick >= startMs) ticks.push(tick);
  }
}

/** Every second, third, ... of them, so that at most `most` are left. */
function thinned(ticks: readonly number[], most: number): number[] {
  const every = Math.ceil(ticks.length / most);
  return ticks.filter((_, i) => i % every === 0);
}

/**
 * Moments to label between two, at most `most` of them: on full minutes, hours or midnights of the
 * browser's zone, all equally far apart. At least two where there are as many.
 */
export function timeTicks(startMs: number, endMs: number, most: number): number[] {
  // A step that is far too short is not tried: it would only count many ticks.
  const possible = steps.filter((step) => (endMs - startMs) / step < 4 * (most + 1));
  let shorter: number[] = [];
  for (const step of possible) {
    const ticks = ticksBy(step, startMs, endMs);
    if (ticks.length <= most)
      return shorter.length > 0 && ticks.length < 2 ? thinned(shorter, most) : ticks;
    shorter = ticks;
  }
  return thinned(shorter, most);
}
