import type { TableRow } from '../../../prometheus/series/table-rows';
import type { Identity } from '../../hooks/highlight';

/** What a row is of, from class to group; pods are told apart by their class alone in the chart. */
export function rowIdentity(row: TableRow): Identity {
  return row.kind === 'group' ? [row.class, row.unit, row.name] : [row.class];
}
