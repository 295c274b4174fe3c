import { numberFormat } from './number-format';

const units = [
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** From here on nobody wants to know of seconds. */
const shortestInMinutes = 600_000;

const listFormats = new Map<string, Intl.ListFormat>();

function listFormat(language: string): Intl.ListFormat {
  const format =
    listFormats.get(language) ?? new Intl.ListFormat(language, { type: 'unit', style: 'narrow' });
  listFormats.set(language, format);
  return format;
}

/**
 * A duration in the two largest units it has: "2 weeks", "1 hour, 24 minutes"; rounded to seconds, from
 * ten minutes on to minutes.
 */
export function formatDuration(ms: number, language: string): string {
  const grain = ms >= shortestInMinutes ? 60_000 : 1_000;
  let rest = Math.max(0, Math.round(ms / grain)) * grain;
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count === 0 && !(unit === 'second' && parts.length === 0)) continue;
    parts.push(numberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
    if (parts.length === 2) break;
  }
  return listFormat(language).format(parts);
}
