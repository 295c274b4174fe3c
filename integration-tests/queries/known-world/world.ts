import { lastScrape, secondsOf } from './clock';
import { cluster } from './cluster';
import { namegroups } from './namegroups';
import { nodeSeries } from './node';
import { nodes } from './nodes';
import type { Labels, Series } from './series';

/** Every series of the world: two hours of three nodes, and what is around them. */
const world: readonly Series[] = [
  ...Object.values(nodes).flatMap(nodeSeries),
  ...namegroups,
  ...cluster,
];

const scrapes = Array.from({ length: lastScrape }, (_, i) => i + 1);

/** `{label="value"}` for promtool and in OpenMetrics, which escape alike. */
export function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}=${JSON.stringify(text)}`);
  return `{${pairs.join(',')}}`;
}

/** Seconds between two values of `promtoolSeries`: a scrape is the third of every three. */
export const promtoolInterval = secondsOf(1) / 2;

/** The world as promtool's tests take it. */
export function promtoolSeries(): { series: string; values: string }[] {
  return world.map(({ name, labels, at }) => ({
    series: name + labelText(labels),
    values: scrapes.map((scrape) => `_ _ ${at(scrape) ?? '_'}`).join(' '),
  }));
}

/** The world as OpenMetrics text, which promtool makes blocks of. */
export function openMetricsText(): string {
  const families = new Map<string, Series[]>();
  for (const one of world) families.set(one.name, [...(families.get(one.name) ?? []), one]);
  const lines = [...families].flatMap(([name, series]) => {
    const type = series[0]?.type ?? '';
    // OpenMetrics names a counter without its ending.
    const head = `# TYPE ${type === 'counter' ? name.replace(/_total$/, '') : name} ${type}`;
    return [head, ...series.flatMap(sampleLines)];
  });
  return [...lines, '# EOF', ''].join('\n');
}

function sampleLines({ name, labels, at }: Series): string[] {
  return scrapes.flatMap((scrape) => {
    const number = at(scrape);
    if (number === undefined) return [];
    return [`${name}${labelText(labels)} ${number} ${secondsOf(scrape)}`];
  });
}
