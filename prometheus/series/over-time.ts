import { chartParts } from '../promql/queries/chart';
import type { Ranked } from '../promql/queries/top-over-time';
import type { Aligned } from './align';
import { displayClasses, isHostClass, podClasses } from './display-class';
import { splitPods } from './pod-split';

/** Cores of one thing at the moments of a chart; null where there is no data. */
export interface Layer {
  /** Unique in the chart and stable through refreshes. */
  readonly key: string;
  /** A class of `displayClasses`, `other`, or what a newer agent calls its own. */
  readonly class: string;
  /** Of a unit or group; a class has none, it is named by the page. */
  readonly name?: string;
  /** How many units or groups are in it, of those that used anything; only of `other`. */
  readonly holds?: { readonly count: number; readonly of: Ranked };
  readonly values: readonly (number | null)[];
}

/** Layers on one time axis, in the order of all stacks, lowest first. */
export interface OverTime {
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly layers: readonly Layer[];
}

/** The class of what the host used beyond the largest units or groups. */
export const otherClass = 'other';

/** The place of a class in every stack; the host's other time closes the host's block. */
function rankOf(name: string): number {
  if (name === otherClass) return displayClasses.indexOf(podClasses.infrastructure) - 0.5;
  const rank = displayClasses.indexOf(name);
  return rank === -1 ? displayClasses.length : rank;
}

function meanOf(values: readonly (number | null)[]): number {
  const present = values.flatMap((value) => value ?? []);
  return present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length);
}

function inOrder(layers: readonly Layer[]): Layer[] {
  return [...layers].sort(
    (a, b) =>
      rankOf(a.class) - rankOf(b.class) ||
      meanOf(b.values) - meanOf(a.values) ||
      a.key.localeCompare(b.key),
  );
}

type PodKind = keyof typeof podClasses;

function splitLayers(used: readonly (number | null)[], kinds: Aligned): Layer[] {
  const told = (kind: string) => kinds.series.find(({ labels }) => labels.kind === kind)?.values;
  const [infrastructure, workload] = [told('infrastructure'), told('workload')];
  const splits = used.map((cores, i) =>
    cores === null
      ? null
      : splitPods(cores, {
          infrastructure: infrastructure?.[i] ?? 0,
          workload: workload?.[i] ?? 0,
        }),
  );
  return (Object.keys(podClasses) as PodKind[]).map((kind) => ({
    key: podClasses[kind],
    class: podClasses[kind],
    values: splits.map((split) => split?.[kind] ?? null),
  }));
}

/** The classes through a range, the pods split where kubelet's series (on the same axis) say how. */
export function byClass(classes: Aligned, podKinds: Aligned | undefined): OverTime {
  const layers = classes.series.flatMap(({ labels: { class: name = '' }, values }): Layer[] =>
    name === podClasses.unsplit && podKinds !== undefined && podKinds.series.length > 0
      ? splitLayers(values, podKinds)
      : [{ key: name, class: name, values }],
  );
  return { times: classes.times, stepMs: classes.stepMs, layers: inOrder(layers) };
}

/** Sum of layers at each moment; null where none has a value. */
export function sumOfLayers(layers: readonly Layer[], moments: number): (number | null)[] {
  return Array.from({ length: moments }, (_, i) => {
    const present = layers.flatMap(({ values }) => values[i] ?? []);
    return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0);
  });
}

/**
 * The host's largest units or groups, and exactly what they leave of its classes as `other`; the pods as
 * they are. What they all add up to is what the classes add up to.
 */
export function byLargest(
  { times, stepMs, layers }: OverTime,
  largest: Aligned,
  used: number | undefined,
): OverTime {
  const host = sumOfLayers(
    layers.filter((layer) => isHostClass(layer.class)),
    times.length,
  );
  const top = largest.series.map(({ labels, values }): Layer => {
    const { class: cpuClass = '', unit = '', groupname } = labels;
    const identity = groupname === undefined ? [cpuClass, unit] : [cpuClass, unit, groupname];
    return {
      key: JSON.stringify(identity),
      class: cpuClass,
      name: groupname ?? unit,
      values,
    };
  });
  const shown = sumOfLayers(top, times.length);
  const ranked: Ranked = largest.series.some(({ labels }) => 'groupname' in labels)
    ? 'group'
    : 'unit';
  const other: Layer = {
    key: otherClass,
    class: otherClass,
    ...(used !== undefined && {
      holds: { count: Math.max(0, used - largest.series.length), of: ranked },
    }),
    // Below zero only by what floating point loses.
    values: host.map((cores, i) => (cores === null ? null : Math.max(0, cores - (shown[i] ?? 0)))),
  };
  const pods = layers.filter((layer) => !isHostClass(layer.class));
  return { times, stepMs, layers: inOrder([...top, other, ...pods]) };
}

/** The series of one part of an answer. */
function partOf({ series, ...axis }: Aligned, part: string): Aligned {
  return { ...axis, series: series.filter(({ labels }) => labels.part === part) };
}

/** The layers from the answer to the chart's question. */
export function overTimeOf(answer: Aligned): OverTime {
  const layers = byClass(partOf(answer, chartParts.classes), partOf(answer, chartParts.podKinds));
  const largest = partOf(answer, chartParts.largest);
  if (largest.series.length === 0) return layers;
  const [used] = partOf(answer, chartParts.used).series;
  // The same at every moment, since it is counted over the whole range.
  const count = used?.values.find((value) => value !== null) ?? undefined;
  return byLargest(layers, largest, count);
}
