import { judgedParts, type Judged } from '../promql/queries/judged';
import type { Aligned } from './align';
import { quantile } from './quantile';

/** How what is judged used CPU over the range, in cores; absent where there is too little data. */
export interface JudgedUsage {
  readonly now?: number;
  readonly average?: number;
  readonly p95?: number;
  readonly maximum?: number;
  /** Means that were judged, and how many of them were above the reservation. */
  readonly windows: number;
  readonly windowsAbove: number;
}

/** The means of what is judged, of moments that have data. */
export function judgedMeans({ series }: Aligned, judged: Judged): number[] {
  const part = (name: string) => series.find(({ labels }) => labels.part === name)?.values;
  const host = part(judgedParts.host) ?? [];
  const infrastructure = judged === 'platform' ? part(judgedParts.infrastructure) : undefined;
  return host.flatMap((cores, i) => (cores === null ? [] : cores + (infrastructure?.[i] ?? 0)));
}

/** Figures of those means; `now` is of another window, and is one of the maxima, too. */
export function judgedUsageOf(
  means: readonly number[],
  now: number | undefined,
  reservedCpus: number | undefined,
): JudgedUsage {
  const windows = means.length;
  const above = (cores: number) => reservedCpus !== undefined && cores > reservedCpus;
  return {
    ...(now !== undefined && { now }),
    ...(windows > 0 && {
      average: means.reduce((sum, cores) => sum + cores, 0) / windows,
      p95: quantile(0.95, means),
      maximum: means.reduce((most, cores) => Math.max(most, cores), now ?? 0),
    }),
    windows,
    windowsAbove: means.filter(above).length,
  };
}
