import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { sumOfFigure } from '../../../prometheus/series/figures';
import type { ThreadRow } from '../../../prometheus/series/group-details';
import { formatShare } from '../../format/percent';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';
import { columnHead } from './group-columns';
import { NoData } from '../NoData';
import { ThreadName } from './ThreadName';

/** As many as one looks through; the others come when they are wanted. */
const atFirst = 10;

/** The threads of a group by name, busiest first, and what ended threads used. */
export function Threads({ threads, group }: { threads: readonly ThreadRow[]; group: string }) {
  const { t, language } = useT();
  const { unit } = useMeasure();
  const [all, showAll] = useState(false);
  if (threads.length === 0) return <p>{t('No threads of this group are known.')}</p>;
  const shown = all ? threads : threads.slice(0, atFirst);
  const nowHead = columnHead(t, 'now', unit);
  const averageHead = columnHead(t, 'average', unit);
  const total = sumOfFigure(threads, 'now');
  return (
    <div>
      <Table
        variant="compact"
        borders={false}
        aria-label={t('Threads of {{group}}', { group })}
        gridBreakPoint=""
      >
        <Thead>
          <Tr>
            <Th modifier="nowrap">{t('Thread')}</Th>
            <Th modifier="nowrap" className="host-processes__number">
              {nowHead}
            </Th>
            <Th modifier="nowrap" className="host-processes__number">
              {averageHead}
            </Th>
            <Th modifier="nowrap" className="host-processes__number">
              {t('Share of group')}
            </Th>
          </Tr>
        </Thead>
        <Tbody>
          {shown.map(({ threadname, now, average }) => (
            <Tr key={threadname} data-test="hp-thread-row" data-thread={threadname}>
              <Td dataLabel={t('Thread')}>
                <ThreadName name={threadname} />
              </Td>
              <Td dataLabel={nowHead} className="host-processes__number">
                <Cores id="now" value={now} />
              </Td>
              <Td dataLabel={averageHead} className="host-processes__number">
                <Cores id="average" value={average} />
              </Td>
              <Td dataLabel={t('Share of group')} className="host-processes__number">
                {now === undefined || total <= 0 ? (
                  <NoData id="share" />
                ) : (
                  formatShare(now / total, language)
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {threads.length > shown.length && (
        <Button variant="link" isInline onClick={() => showAll(true)}>
          {t('Show all {{count}} threads', { count: threads.length })}
        </Button>
      )}
    </div>
  );
}
