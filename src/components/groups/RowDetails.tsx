import type { TableRow } from '../../../prometheus/series/table-rows';
import type { Asked } from '../../hooks/inquiries';
import { GroupDetails } from './GroupDetails';
import { PodDetails } from './PodDetails';

/** What is behind a row that somebody opened. */
export function RowDetails({ row, asked }: { row: TableRow; asked: Asked }) {
  switch (row.kind) {
    case 'group':
      return <GroupDetails name={row.name} asked={asked} />;
    case 'pod':
      return <PodDetails row={row} />;
    case 'unsplit':
      return null;
  }
}
