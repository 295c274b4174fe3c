import { isHostClass, isPlatformClass, podClasses } from '../../../prometheus/series/display-class';
import {
  otherClass,
  sumOfLayers,
  type Layer,
  type OverTime,
} from '../../../prometheus/series/over-time';
import { classColour, familyOf, rankedColour } from '../../chart/class-colour';
import { peakOf, stackOf, type Stack } from '../../chart/stack';
import { valueAxis, type ValueAxis } from '../../chart/value-axis';
import { coresPerUnit, inCores, type Measure } from '../../format/usage';

/** A layer with the colour that it has everywhere. */
export interface ColouredLayer extends Layer {
  readonly colour: string;
}

/** What the lines of a chart need to know, in CPUs; absent where it is unknown. */
export interface ChartLimits {
  readonly capacity?: number;
  readonly reserved?: number;
  /** What is judged, whose upper edge is drawn. */
  readonly judged?: 'host' | 'platform';
}

/** Layers from the bottom of the stack, added up at each moment. */
export interface Subtotal {
  readonly of: 'host' | 'platform';
  readonly values: readonly (number | null)[];
}

/** Everything that the chart draws; the same object as long as the data is the same. */
export interface ChartModel {
  /** All layers, also those that are left out: the legend brings them back. */
  readonly layers: readonly ColouredLayer[];
  readonly hidden: readonly string[];
  readonly stack: Stack;
  /** In cores; its ticks are round in the unit of the page. */
  readonly axis: ValueAxis;
  readonly startMs: number;
  readonly endMs: number;
  /** What the edge is of; undefined when nothing is judged. */
  readonly judged?: 'host' | 'platform';
  /** The upper edge of what is judged; absent while a layer is hidden, as it would be another's. */
  readonly edge?: readonly (number | null)[];
  /** What is judged, else what can be told apart; only of classes, and none of them hidden. */
  readonly subtotal?: Subtotal;
  /** CPUs of the node, where the line lies inside the scale. */
  readonly capacityLine?: number;
  /** CPUs reserved, where the line lies inside the scale; else they are only told. */
  readonly reservedLine?: number;
  readonly reservedAbove?: number;
  /** CPUs of the node, for percents. */
  readonly capacity?: number;
}

/** The reservation is on the scale while this many times the highest point reaches it. */
const reach = 3;

/** Units and groups take the steps of their class's hue by rank; classes have one colour. */
function coloured(layers: readonly Layer[]): ColouredLayer[] {
  const ranks = new Map<string, number>();
  return layers.map((layer) => {
    if (layer.name === undefined) return { ...layer, colour: classColour(layer.class) };
    const family = familyOf(layer.class);
    const rank = ranks.get(family) ?? 0;
    ranks.set(family, rank + 1);
    return { ...layer, colour: rankedColour(layer.class, rank) };
  });
}

function isJudged({ class: name }: Layer, judged: 'host' | 'platform'): boolean {
  return judged === 'platform' ? isPlatformClass(name) : isHostClass(name);
}

/** Layers that the chart has: those that used anything, or one so that it is not empty. */
export function drawnLayers(layers: readonly Layer[]): readonly Layer[] {
  const used = layers.filter(({ values }) => values.some((value) => value !== null && value > 0));
  return used.length > 0 ? used : layers.slice(0, 1);
}

/** The platform where infrastructure pods are told apart, else the host. */
function largestBlock(layers: readonly Layer[]): Subtotal['of'] {
  return layers.some((layer) => layer.class === podClasses.infrastructure) ? 'platform' : 'host';
}

function isOfClasses(layers: readonly Layer[]): boolean {
  return layers.every(({ name, class: cpuClass }) => name === undefined && cpuClass !== otherClass);
}

/** The chart of layers in the order of every stack; layers that used nothing are left out. */
export function chartModel(
  { times, stepMs, layers }: OverTime,
  hidden: readonly string[],
  { capacity, reserved, judged }: ChartLimits,
  measure: Measure = inCores,
): ChartModel {
  const drawn = coloured(drawnLayers(layers));
  const shown = drawn.filter(({ key }) => !hidden.includes(key));
  const stack = stackOf(times, stepMs, shown);
  const whole = shown.length === drawn.length;
  const of = judged ?? largestBlock(layers);
  const values = sumOfLayers(
    drawn.filter((layer) => isJudged(layer, of)),
    times.length,
  );
  const edge = whole && judged !== undefined ? values : undefined;
  const peak = peakOf(stack);
  const withReserved = reserved !== undefined && whole && reserved < reach * peak;
  const axis = valueAxis(withReserved ? Math.max(peak, reserved) : peak, coresPerUnit(measure));
  return {
    layers: drawn,
    hidden,
    stack,
    axis,
    startMs: times[0] ?? 0,
    endMs: times.at(-1) ?? 0,
    ...(edge && judged && { edge, judged }),
    ...(whole && isOfClasses(drawn) && { subtotal: { of, values } }),
    ...(withReserved && { reservedLine: reserved }),
    ...(reserved !== undefined && whole && !withReserved && { reservedAbove: reserved }),
    ...(capacity !== undefined && { capacity }),
    ...(capacity !== undefined && capacity <= axis.max && { capacityLine: capacity }),
  };
}
