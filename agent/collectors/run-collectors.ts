import { setImmediate } from 'node:timers/promises';
import { collectorDurationSeconds, collectorSuccess } from '../../metrics/agent';
import type { Snapshot } from '../accounting/snapshot';
import type { Collector, FamilySamples } from './collector';

/** The name under which the pass itself reports, beside the collectors. */
const passName = 'pass';

/**
 * Makes the pass and asks every collector. What fails is left out and reported, and everything else is
 * still answered: a missing family is not a family of zeros.
 * @param makeSnapshot the pass; rejects when a kernel file is broken
 * @param onError is given what was thrown
 */
export async function runCollectors(
  collectors: readonly Collector[],
  makeSnapshot: () => Promise<Snapshot>,
  monotonicMs: () => number,
  onError: (error: unknown) => void,
): Promise<FamilySamples[]> {
  const families: FamilySamples[] = [];
  const reports: { name: string; ok: boolean; seconds: number }[] = [];
  const report = async <T>(
    name: string,
    work: () => T | Promise<T>,
    isComplete: () => boolean = () => true,
  ): Promise<T | undefined> => {
    const startMs = monotonicMs();
    let result: T | undefined;
    try {
      result = await work();
    } catch (error) {
      onError(error);
    }
    const ok = result !== undefined && isComplete();
    reports.push({ name, ok, seconds: (monotonicMs() - startMs) / 1000 });
    return result;
  };
  const snapshot = await report(passName, makeSnapshot);
  // Whoever asks meanwhile whether we are alive is answered in between.
  await setImmediate();
  for (const { name, collect, isComplete } of collectors) {
    const collected = await report(
      name,
      () => (snapshot ? collect(snapshot) : undefined),
      isComplete,
    );
    addTo(families, collected ?? []);
  }
  const row = (value: (report: (typeof reports)[number]) => number) =>
    reports.map((one) => ({ labelValues: [one.name], value: value(one) }));
  families.push({ family: collectorSuccess, samples: row(({ ok }) => (ok ? 1 : 0)) });
  families.push({ family: collectorDurationSeconds, samples: row(({ seconds }) => seconds) });
  return families;
}

/** A family of which several collectors know a part is exposed in one piece. */
function addTo(families: FamilySamples[], collected: readonly FamilySamples[]): void {
  for (const { family, samples } of collected) {
    const at = families.findIndex((one) => one.family === family);
    const known = families[at];
    if (known) families[at] = { family, samples: [...known.samples, ...samples] };
    else families.push({ family, samples });
  }
}
