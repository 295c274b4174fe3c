import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useState } from 'react';
import { formatDuration } from '../../format/duration';
import { formatMoment, formatSpan } from '../../format/time';
import type { Coverage } from '../../hooks/coverage';
import type { ChangePage } from '../../hooks/usePageState';
import { useT } from '../../i18n/useT';
import { refreshIntervals, type PageState, type Unit } from '../../url-state/page-state';
import { CopyLink } from '../take-away/CopyLink';
import { Choice } from './Choice';
import { CustomRange } from './CustomRange';
import { ranges } from './ranges';
import { UnitChoice } from './UnitChoice';

/** No range has this length. */
const custom = 0;

interface PageToolbarProps {
  readonly page: PageState;
  readonly change: ChangePage;
  /** In what the page writes CPU use, and how to change that. */
  readonly unit: Unit;
  readonly chooseUnit: (unit: Unit) => void;
  /** What part of the range has data; undefined while that is not known. */
  readonly coverage: Coverage | undefined;
  readonly refreshing: boolean;
  /** The present moment as the page has it, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** Moves the page to the present moment. */
  readonly refresh: () => void;
}

/** Which range the page shows in which unit, how often it refreshes, and what it has data of. */
export function PageToolbar(props: PageToolbarProps) {
  const { page, change, unit, chooseUnit, coverage, refreshing, nowMs, refresh } = props;
  const { t, language } = useT();
  const { rangeMs, endMs, refreshMs } = page;
  const [choosing, setChoosing] = useState(false);
  const shownEndMs = endMs ?? nowMs;
  const duration = (ms: number) => formatDuration(ms, language);
  const refreshText = (ms: number) =>
    ms === 0 ? t('Refresh off') : t('Refresh every {{duration}}', { duration: duration(ms) });
  // A fixed range does not change: refreshing it would only cost.
  const refreshChosen = endMs === null ? refreshMs : 0;
  return (
    <Toolbar inset={{ default: 'insetNone' }} data-test="hp-toolbar">
      <ToolbarContent>
        <ToolbarItem>
          <Choice
            id="hp-range"
            label={t('Time range')}
            chosen={
              endMs === null
                ? t('Last {{duration}}', { duration: duration(rangeMs) })
                : formatSpan(endMs - rangeMs, endMs, language)
            }
            value={endMs === null ? rangeMs : undefined}
            options={() => [
              ...ranges.map((value) => ({
                value,
                text: t('Last {{duration}}', { duration: duration(value) }),
              })),
              { value: custom, text: t('Custom range') },
            ]}
            onChoose={(value) => {
              if (value === custom) {
                setChoosing(true);
                return;
              }
              refresh();
              change({ rangeMs: value, endMs: null });
            }}
          />
        </ToolbarItem>
        <ToolbarItem>
          <Choice
            id="hp-refresh"
            label={t('Refresh interval')}
            chosen={refreshText(refreshChosen)}
            value={refreshChosen}
            options={() => refreshIntervals.map((value) => ({ value, text: refreshText(value) }))}
            onChoose={(value) => {
              refresh();
              change({ refreshMs: value, ...(value !== 0 && { endMs: null }) });
            }}
          />
        </ToolbarItem>
        <ToolbarItem>
          <UnitChoice unit={unit} onChoose={chooseUnit} />
        </ToolbarItem>
        {coverage?.dataFromMs !== undefined && (
          <ToolbarItem alignSelf="center" className="host-processes__subtle">
            {t('Data from {{time}}, {{duration}}', {
              time: formatMoment(coverage.dataFromMs, { spanMs: rangeMs }, language),
              duration: duration(coverage.momentMs - coverage.dataFromMs),
            })}
          </ToolbarItem>
        )}
        {refreshing && (
          <ToolbarItem
            alignSelf="center"
            className="host-processes__subtle host-processes__updating"
          >
            {t('Updating')}
          </ToolbarItem>
        )}
        <ToolbarItem align={{ default: 'alignEnd' }} alignSelf="center">
          <CopyLink frozen={{ endMs: shownEndMs, rangeMs, unit }} />
        </ToolbarItem>
      </ToolbarContent>
      {choosing && (
        <CustomRange
          fromMs={shownEndMs - rangeMs}
          toMs={shownEndMs}
          onClose={() => setChoosing(false)}
          onChoose={(fromMs, toMs) => {
            setChoosing(false);
            change({ rangeMs: toMs - fromMs, endMs: toMs });
          }}
        />
      )}
    </Toolbar>
  );
}
