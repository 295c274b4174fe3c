import type { Candidate } from './candidate';
import type { StartTime } from './process-details';
import type { Captures } from './selectors/selector';

/** process-exporter's variables, as Go prints them. `undefined`: it could not be read. */
export const variables = {
  Comm: ({ comm }) => comm,
  ExeBase: ({ exeBase }) => exeBase,
  ExeFull: ({ exeFull }) => exeFull,
  Username: ({ username }) => username,
  PID: ({ pid }) => String(pid),
  StartTime: ({ startTime }) => startTime && goTime(startTime),
  Cgroups: ({ cgroups }) => `[${cgroups.join(' ')}]`,
  Matches: (_, captures) =>
    `map[${[...captures]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => `${name}:${text}`)
      .join(' ')}]`,
} as const satisfies Record<
  string,
  (candidate: Candidate, captures: Captures) => string | undefined
>;

export type VariableName = keyof typeof variables;

/** Go's `time.Time.String`: `2026-03-19 08:07:06.05 +0000 UTC`, without zeros at the end of the fraction. */
function goTime({ seconds, hundredths }: StartTime): string {
  const [date = '', time = ''] = new Date(seconds * 1000).toISOString().split('T');
  const fraction = (hundredths / 100)
    .toFixed(2)
    .slice(1)
    .replace(/\.?0+$/, '');
  return `${date} ${time.slice(0, 8)}${fraction} +0000 UTC`;
}
