import type { Layer } from '../../../prometheus/series/over-time';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { isWithin } from '../../hooks/highlight';
import { layerIdentity } from '../chart/layer-identity';
import { rowIdentity } from './row-identity';

/** The layer of the chart that holds a row: what it is of, and all others, which can be left out. */
export interface RowLayer {
  readonly of: 'class' | 'unit' | 'group';
  /** Keys of the layers beside it. */
  readonly others: readonly string[];
}

const kinds = ['class', 'unit', 'group'] as const;

/** Where a row is among the layers of a chart; undefined where it has none of its own. */
export function rowLayer(row: TableRow, layers: readonly Layer[]): RowLayer | undefined {
  const identity = rowIdentity(row);
  const own = layers.find((layer) => isWithin(identity, layerIdentity(layer)));
  const of = own && kinds[layerIdentity(own).length - 1];
  if (of === undefined) return undefined;
  return { of, others: layers.filter((layer) => layer !== own).map(({ key }) => key) };
}
