import type { OverTime } from '../../../prometheus/series/over-time';
import type { Asked } from '../../hooks/inquiries';
import { chartQuestion } from '../../hooks/useOverTime';
import { useT } from '../../i18n/useT';
import type { PageState } from '../../url-state/page-state';
import { CsvButton } from '../take-away/CsvButton';
import { exportName } from '../take-away/export-name';
import { InspectLink } from '../take-away/InspectLink';
import { chartLines } from './chart-csv';

interface ChartActionsProps {
  readonly asked: Asked;
  readonly page: PageState;
  /** Undefined while there is nothing to export. */
  readonly data: OverTime | undefined;
}

/** The chart as a file, and the query behind it. */
export function ChartActions({ asked, page, data }: ChartActionsProps) {
  const { t } = useT();
  return (
    <>
      <InspectLink id="hp-chart" question={(pods) => chartQuestion(page, pods)} asked={asked} />
      {data && (
        <CsvButton
          id="hp-chart"
          fileName={exportName(`by-${page.by}`, asked)}
          lines={() => chartLines(t, data, page.hidden)}
        />
      )}
    </>
  );
}
