import type { Sample } from '../exposition/parse-exposition';
import type { NodeTimes } from './node-times';

/** The kernel's own account at one moment. */
export interface Truth {
  readonly node: NodeTimes;
  /** `usage_usec` of cgroups, by the name under which the bench watches them. */
  readonly usageUsec: ReadonlyMap<string, number>;
}

/** The series of an exposition: by family, and in it by the text of their labels. */
export type Series = ReadonlyMap<string, ReadonlyMap<string, Sample>>;

/** One scrape, with the truth just before and just after the agent's answer. */
export interface Scrape {
  readonly atSeconds: number;
  readonly before: Truth;
  readonly after: Truth;
  readonly agent: Series;
  readonly processExporter: Series;
}

/** Which series of a family: all whose labels this accepts. */
export interface Selector {
  readonly name: string;
  readonly where: (labels: Sample['labels']) => boolean;
}

export function seriesOf(samples: readonly Sample[]): Series {
  const families = new Map<string, Map<string, Sample>>();
  for (const sample of samples) {
    const family = families.get(sample.name) ?? new Map<string, Sample>();
    families.set(sample.name, family.set(JSON.stringify(sample.labels), sample));
  }
  return families;
}

/** The selected series of an exposition, by the text of their labels. */
export function select(series: Series, { name, where }: Selector): [string, Sample][] {
  return [...(series.get(name) ?? [])].filter(([, { labels }]) => where(labels));
}

/**
 * How much the selected series of one of the two grew over some scrapes, one after another. As Prometheus
 * does, a counter that fell has begun anew; but what is new counts in full, which is kind to both.
 */
export function growth(
  of: 'agent' | 'processExporter',
  scrapes: readonly Scrape[],
  selector: Selector,
): number {
  let sum = 0;
  for (const [i, to] of scrapes.entries()) {
    const from = scrapes[i - 1];
    if (!from) continue;
    const before = from[of].get(selector.name);
    for (const [key, { value }] of select(to[of], selector)) {
      const last = before?.get(key)?.value ?? 0;
      sum += value >= last ? value - last : value;
    }
  }
  return sum;
}
