const msOfUnit = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
} as const;

/** A duration as PromQL writes it, such as `90m` or `1h30m`, in milliseconds; undefined: it is none. */
export function parseDuration(text: string): number | undefined {
  if (text.length > 40 || !/^(?:\d+(?:ms|s|m|h|d|w|y))+$/.test(text)) return undefined;
  let ms = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([a-z]+)/g)) {
    ms += Number(count) * msOfUnit[unit as keyof typeof msOfUnit];
  }
  return ms > 0 && Number.isSafeInteger(ms) ? ms : undefined;
}
