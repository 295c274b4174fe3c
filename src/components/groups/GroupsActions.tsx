import { who } from '../../../prometheus/promql/queries/who';
import type { Asked } from '../../hooks/inquiries';
import type { TableData } from '../../hooks/useTable';
import { useT } from '../../i18n/useT';
import type { PageState } from '../../url-state/page-state';
import { CsvButton } from '../take-away/CsvButton';
import { exportName } from '../take-away/export-name';
import { InspectLink } from '../take-away/InspectLink';
import { tableLines } from './table-csv';
import { useSortedRows } from './useSortedRows';

interface GroupsActionsProps {
  readonly data: TableData;
  readonly asked: Asked;
  readonly page: PageState;
}

/** The table as a file (as filtered and sorted, all pages), and the query behind it. */
export function GroupsActions({ data, asked, page }: GroupsActionsProps) {
  const { t } = useT();
  const sorted = useSortedRows(data, page);
  return (
    <>
      <InspectLink id="hp-groups" question={who} asked={asked} />
      <CsvButton
        id="hp-groups"
        fileName={exportName('who', asked)}
        lines={() => tableLines(t, sorted, data.busy)}
      />
    </>
  );
}
