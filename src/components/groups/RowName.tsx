import type { TableRow } from '../../../prometheus/series/table-rows';
import { ClassName } from '../ClassName';
import { GroupName } from './GroupName';

/** What a row is called, over where it belongs. */
export function RowName({ row }: { row: TableRow }) {
  switch (row.kind) {
    case 'group':
      return <GroupName groupname={row.name} unit={row.unit} />;
    case 'pod':
      return <GroupName groupname={row.name} unit={row.namespace} />;
    case 'unsplit':
      return <ClassName name={row.class} />;
  }
}
