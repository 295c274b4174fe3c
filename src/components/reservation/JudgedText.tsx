import type { Judged } from '../../../prometheus/promql/queries/judged';
import type { Reservation } from '../../../prometheus/series/reservation';
import { formatDuration } from '../../format/duration';
import { useT, type Translate } from '../../i18n/useT';

interface JudgedTextProps {
  readonly judged: Judged;
  readonly reservation: Reservation | undefined;
  readonly windowMs: number;
}

function sourceText(t: Translate, source: Reservation['source']): string {
  switch (source) {
    case 'option':
      return t('the values of the Helm chart');
    case 'systemd.cpu_affinity':
    case 'tuned.non_isolcpus':
      return t('the kernel command line ({{option}})', { option: source });
    case 'capacity-minus-allocatable':
      return t('capacity minus allocatable');
  }
}

function whatWasJudged(t: Translate, judged: Judged, source: Reservation['source']): string {
  const from = sourceText(t, source);
  if (source === 'capacity-minus-allocatable') {
    return t('Host processes against capacity minus allocatable.');
  }
  return judged === 'platform'
    ? t(
        'Platform (host and infrastructure pods) against the reserved CPU set, known from {{from}}.',
        {
          from,
        },
      )
    : t(
        'Host processes against the reserved CPU set, known from {{from}}. Infrastructure pods, which share it, cannot be told apart here and are not counted.',
        { from },
      );
}

/** What was judged against what, and by which means. */
export function JudgedText({ judged, reservation, windowMs }: JudgedTextProps) {
  const { t, language } = useT();
  return (
    <p className="host-processes__small" data-test="hp-judged" data-judged={judged}>
      {reservation && <>{whatWasJudged(t, judged, reservation.source)} </>}
      {t('Maximum and percentile of averages per {{duration}}.', {
        duration: formatDuration(windowMs, language),
      })}
    </p>
  );
}
