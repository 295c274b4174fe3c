import type { GroupDetails } from '../../../prometheus/series/group-details';
import { formatBytes } from '../../format/bytes';
import { numberFormat } from '../../format/number-format';
import { formatMoment } from '../../format/time';
import { useT } from '../../i18n/useT';
import { NoData } from '../NoData';
import { Fact, Facts } from './Facts';

/** Longer than a day, so that a start is told with its date. */
const week = 604_800_000;

/** Counts, memory and start of a group; the agent does not tell all of them of every group. */
export function GroupFacts({ details }: { details: GroupDetails }) {
  const { t, language } = useT();
  const { processCount, threadCount, residentBytes, startMs } = details;
  const count = (value: number) => numberFormat(language, {}).format(value);
  const facts = [
    { id: 'processes', term: t('Processes'), value: processCount, text: count },
    { id: 'threads', term: t('Threads'), value: threadCount, text: count },
    {
      id: 'memory',
      term: t('Resident memory'),
      value: residentBytes,
      text: (bytes: number) => formatBytes(bytes, language),
    },
    {
      id: 'started',
      term: t('Oldest process started'),
      value: startMs,
      text: (ms: number) => formatMoment(ms, { spanMs: week }, language),
    },
  ];
  return (
    <Facts id="hp-group-facts">
      {facts.map(({ id, term, value, text }) => (
        <Fact key={id} term={term}>
          {value === undefined ? (
            <NoData id={id} />
          ) : (
            <data data-test={id} value={value}>
              {text(value)}
            </data>
          )}
        </Fact>
      ))}
    </Facts>
  );
}
