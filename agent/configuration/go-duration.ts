const msOfUnit: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  '\u00b5s': 1e-3,
  '\u03bcs': 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

const part = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/g;
const whole = new RegExp(`^\\+?(?:${part.source})+$`);

/**
 * A duration as Go's `time.ParseDuration` reads it, such as `15s`, `1.5h` or `1m30s`, in milliseconds.
 * @returns `undefined` when it is none, and for one below zero
 */
export function goDurationMs(text: string): number | undefined {
  if (text === '0') return 0;
  if (text.length > 64 || !whole.test(text)) return undefined;
  let ms = 0;
  for (const [, value, unit = ''] of text.matchAll(part)) {
    ms += Number(value) * (msOfUnit[unit] ?? NaN);
  }
  return ms;
}
