import { Label } from '@patternfly/react-core';
import type { JudgedUsage } from '../../../prometheus/series/judged-usage';
import { neededCpus, verdictOf } from '../../../prometheus/series/reservation';
import { formatCpus } from '../../format/cores';
import { formatDuration } from '../../format/duration';
import { formatUsage } from '../../format/usage';
import { useMeasure } from '../../hooks/measure';
import { useT, type Translate } from '../../i18n/useT';

/** What a judgement speaks for, in milliseconds. */
export interface JudgedRange {
  readonly rangeMs: number;
  /** What part of the chosen range has data, from 0 to 1. */
  readonly covered: number;
  /** Length of the means that are judged. */
  readonly windowMs: number;
}

interface VerdictTextProps {
  readonly usage: JudgedUsage;
  readonly reservedCpus: number;
  readonly range: JudgedRange;
}

/** A verdict on a range that was mostly not seen would be none. */
const leastCovered = 0.5;

function words(t: Translate, verdict: 'within' | 'close' | 'exceeds') {
  switch (verdict) {
    case 'within':
      return { status: 'success', text: t('Within the reservation') } as const;
    case 'close':
      return { status: 'warning', text: t('Close to the reservation') } as const;
    case 'exceeds':
      return { status: 'danger', text: t('Exceeds the reservation') } as const;
  }
}

/** The verdict in words and colour, how long it was exceeded, and what would have been enough. */
export function VerdictText({ usage, reservedCpus, range }: VerdictTextProps) {
  const { t, language } = useT();
  const measure = useMeasure();
  const { maximum, windows, windowsAbove } = usage;
  if (maximum === undefined || windows === 0 || range.covered < leastCovered) {
    return (
      <p>
        <Label variant="outline" data-test="hp-verdict" data-verdict="unknown">
          {t('Not enough data for a verdict')}
        </Label>
      </p>
    );
  }
  const verdict = verdictOf(maximum, reservedCpus);
  const { status, text } = words(t, verdict);
  const above = {
    duration: formatDuration(windowsAbove * range.windowMs, language),
    range: formatDuration(range.rangeMs, language),
    reserved: formatUsage(reservedCpus, measure, language),
  };
  return (
    <>
      <p>
        <Label status={status} data-test="hp-verdict" data-verdict={verdict}>
          {text}
        </Label>
      </p>
      {windowsAbove > 0 && (
        <p data-test="hp-verdict-above">
          {measure.unit === 'percent'
            ? t('{{duration}} of {{range}} above {{reserved}} of the node.', above)
            : t('{{duration}} of {{range}} above {{reserved}} cores.', above)}
        </p>
      )}
      <p data-test="hp-needed" data-value={neededCpus(maximum)}>
        {t('This range would have needed {{cpus}} reserved CPUs.', {
          count: neededCpus(maximum),
          cpus: formatCpus(neededCpus(maximum), language),
        })}
      </p>
    </>
  );
}
