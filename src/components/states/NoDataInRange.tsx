import { Button } from '@patternfly/react-core';
import { HistoryIcon } from '@patternfly/react-icons';
import { formatMoment } from '../../format/time';
import { useT } from '../../i18n/useT';
import { State } from './State';

interface NoDataInRangeProps {
  readonly brief: boolean;
  /** Milliseconds since the epoch. */
  readonly firstMs: number;
  readonly showAvailable: () => void;
}

const week = 604_800_000;

/** This node reports, or did, but not in the range. */
export function NoDataInRange({ brief, firstMs, showAvailable }: NoDataInRangeProps) {
  const { t, language } = useT();
  return (
    <State
      title={t('No data in this time range')}
      brief={brief}
      icon={HistoryIcon}
      actions={
        <Button variant="link" onClick={showAvailable}>
          {t('Show the available range')}
        </Button>
      }
    >
      {t('Data for this node starts at {{time}}.', {
        time: formatMoment(firstMs, { spanMs: week }, language),
      })}
    </State>
  );
}
