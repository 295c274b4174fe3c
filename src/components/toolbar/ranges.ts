const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Ranges on offer, in milliseconds: 15 minutes to 2 weeks. */
export const ranges = [
  15 * minute,
  30 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
  14 * day,
] as const;
