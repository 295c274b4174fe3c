import { oneGroup, onePod } from '../../../prometheus/promql/queries/one-row';
import type { Question } from '../../../prometheus/promql/queries/question';
import type { TableRow } from '../../../prometheus/series/table-rows';

/** What to ask about a row alone; undefined for what is only left over of others. */
export function rowQuestion(row: TableRow): Question | undefined {
  switch (row.kind) {
    case 'group':
      return oneGroup({ class: row.class, unit: row.unit, groupname: row.name });
    case 'pod':
      return onePod(row.namespace, row.name);
    case 'unsplit':
      return undefined;
  }
}
