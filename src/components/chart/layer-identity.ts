import { isHostClass } from '../../../prometheus/series/display-class';
import { otherClass, type Layer } from '../../../prometheus/series/over-time';
import { isWithin, type Highlighted, type Identity } from '../../hooks/highlight';

/** What a layer is of: a class, or what the key of a unit or group says. */
export function layerIdentity({ key, class: name, name: own }: Layer): Identity {
  return own === undefined ? [name] : (JSON.parse(key) as string[]);
}

/**
 * The key of the layer that shows what is pointed at: its own, or what the host's other time is folded
 * into. Undefined when nothing is pointed at or the plot itself is, which needs no help.
 */
export function layerPointedAt(
  layers: readonly Layer[],
  highlighted: Highlighted | null,
): string | undefined {
  if (highlighted === null || highlighted.from === 'plot') return undefined;
  const { identity } = highlighted;
  const own = layers.find((layer) => isWithin(identity, layerIdentity(layer)));
  if (own !== undefined) return own.key;
  return isHostClass(identity[0] ?? '')
    ? layers.find((layer) => layer.class === otherClass)?.key
    : undefined;
}
