const minute = 60_000;

/** Ranges that people may choose, in milliseconds. */
export const shortestChosenMs = 5 * minute;
export const longestChosenMs = 14 * 24 * 60 * minute;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** A moment as a `datetime-local` field has it: `2026-11-25T10:42`, in the browser's zone. */
export function toLocalInput(ms: number): string {
  const date = new Date(ms);
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
  return `${day.join('-')}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The moment of a `datetime-local` field; undefined while it is incomplete. */
export function fromLocalInput(text: string): number | undefined {
  const ms = text === '' ? NaN : new Date(text).getTime();
  return Number.isNaN(ms) ? undefined : ms;
}

/** What is wrong with a range that somebody is typing; undefined for nothing. */
export function rangeProblem(
  startMs: number | undefined,
  endMs: number | undefined,
): 'incomplete' | 'reversed' | 'length' | undefined {
  if (startMs === undefined || endMs === undefined) return 'incomplete';
  if (endMs <= startMs) return 'reversed';
  const rangeMs = endMs - startMs;
  return rangeMs < shortestChosenMs || rangeMs > longestChosenMs ? 'length' : undefined;
}
