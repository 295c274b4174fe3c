import { UserError } from '../../scripts/user-error';

const tolerance = 0.1;

/** What the page owns and what we read ourselves are too far apart. */
export class AccountOpen extends UserError {}

/** What the page says (average cores by class over a range) against what we read from /proc/stat. */
export function closure(
  averageCores: ReadonlyMap<string, number>,
  rangeSeconds: number,
  busySeconds: number,
): number {
  const named = [...averageCores].filter(([name]) => name !== 'unattributed');
  const wrong = named.find(([, cores]) => !Number.isFinite(cores));
  if (named.length === 0 || wrong) {
    throw new UserError(`The account shows no number for ${wrong?.[0] ?? 'any class'}.`);
  }
  const ownedSeconds = named.reduce((sum, [, cores]) => sum + cores, 0) * rangeSeconds;
  const ratio = ownedSeconds / busySeconds;
  if (Math.abs(ratio - 1) <= tolerance) return ratio;
  const rows = [...averageCores].map(([name, cores]) => `${name} ${cores.toFixed(4)}`).join(', ');
  throw new AccountOpen(
    `The account does not close: its classes own ${ownedSeconds.toFixed(2)} CPU-seconds of ${rangeSeconds} s, ` +
      `/proc/stat says ${busySeconds.toFixed(2)} (ratio ${ratio.toFixed(3)}, expected 0.9 to 1.1; cores: ${rows}).`,
  );
}
