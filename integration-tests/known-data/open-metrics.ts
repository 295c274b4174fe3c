import type { Family } from '../../metrics/family';
import { cpuSeconds, groupCpuSeconds, nodeCpuSeconds, nodeCpus } from '../../metrics/hostproc';
import { capacity, cpuSecondsAt, knownGroups, modeSecondsAt, type KnownGroup } from './formula';

/** When the known data was "scraped": scrape 0 and how many there are. */
export interface KnownScrapes {
  readonly startSeconds: number;
  readonly count: number;
  readonly intervalSeconds: number;
}

interface KnownSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly at: (scrape: number) => number;
}

/** The known data of these nodes as OpenMetrics text, which promtool makes blocks of. */
export function openMetricsText(nodes: readonly string[], scrapes: KnownScrapes): string {
  const families = [
    familyLines(cpuSeconds, unitSeries(), nodes, scrapes),
    familyLines(groupCpuSeconds, groupSeries(), nodes, scrapes),
    familyLines(nodeCpuSeconds, modeSeries(), nodes, scrapes),
    familyLines(nodeCpus, [{ labels: {}, at: () => capacity }], nodes, scrapes),
  ];
  return [...families.flat(), '# EOF', ''].join('\n');
}

function groupSeries(): KnownSeries[] {
  return knownGroups.map((group) => ({
    labels: { class: group.class, unit: group.unit, groupname: group.groupname },
    at: (scrape) => cpuSecondsAt(group, scrape),
  }));
}

function unitSeries(): KnownSeries[] {
  const units = new Map<string, KnownGroup[]>();
  for (const group of knownGroups) {
    const key = `${group.class} ${group.unit}`;
    units.set(key, [...(units.get(key) ?? []), group]);
  }
  return [...units.values()].map((groups) => ({
    labels: { class: groups[0]?.class ?? '', unit: groups[0]?.unit ?? '' },
    at: (scrape) => groups.reduce((sum, group) => sum + cpuSecondsAt(group, scrape), 0),
  }));
}

function modeSeries(): KnownSeries[] {
  return (['busy', 'idle', 'iowait', 'steal'] as const).map((mode) => ({
    labels: { mode },
    at: (scrape) => modeSecondsAt(scrape)[mode],
  }));
}

function familyLines(
  { name, type }: Family,
  series: readonly KnownSeries[],
  nodes: readonly string[],
  { startSeconds, count, intervalSeconds }: KnownScrapes,
): string[] {
  // OpenMetrics names a counter without its ending.
  const lines = [`# TYPE ${type === 'counter' ? name.replace(/_total$/, '') : name} ${type}`];
  for (const node of nodes) {
    for (const { labels, at } of series) {
      const target = { ...labels, instance: node, node, job: 'host-processes' };
      const pairs = Object.entries(target).map(([label, value]) => `${label}="${value}"`);
      for (let scrape = 0; scrape < count; scrape++) {
        const seconds = startSeconds + scrape * intervalSeconds;
        lines.push(`${name}{${pairs.join(',')}} ${at(scrape)} ${seconds}`);
      }
    }
  }
  return lines;
}
