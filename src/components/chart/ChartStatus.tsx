import { Button } from '@patternfly/react-core';
import { formatMoment, formatSpan } from '../../format/time';
import type { ChangePage } from '../../hooks/usePageState';
import { useT } from '../../i18n/useT';
import type { PageState } from '../../url-state/page-state';
import { PinnedLabel } from '../PinnedLabel';
import type { ChartMoves } from './chart-moves';

interface ChartStatusProps {
  readonly page: PageState;
  readonly change: ChangePage;
  readonly moves: ChartMoves;
}

/** Zoom and pin of the chart, with the way out of both; said once to those who do not see the chart. */
export function ChartStatus({ page, change, moves }: ChartStatusProps) {
  const { t, language } = useT();
  const { unzoomed, pinMs, endMs, rangeMs } = page;
  const said = [
    unzoomed !== null &&
      endMs !== null &&
      t('Zoomed to {{span}}', { span: formatSpan(endMs - rangeMs, endMs, language) }),
    pinMs !== null &&
      t('Pinned: {{time}}', { time: formatMoment(pinMs, { spanMs: Infinity }, language) }),
  ].filter((text) => text !== false);
  return (
    <>
      <p className="host-processes__unseen" role="status">
        {said.join(' ')}
      </p>
      {(unzoomed !== null || pinMs !== null) && (
        <p className="host-processes__chart-status">
          <PinnedLabel id="hp-chart-pinned" page={page} change={change} />
          {unzoomed !== null && (
            <Button variant="link" isInline onClick={moves.resetZoom} data-test="hp-reset-zoom">
              {t('Reset zoom')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
