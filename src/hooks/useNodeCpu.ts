import { useMemo } from 'react';
import type { Account } from '../../prometheus/series/account';
import type { Aligned } from '../../prometheus/series/align';
import type { GroupTableData } from '../../prometheus/series/group-rows';
import type { PageState } from '../url-state/page-state';
import {
  accountInquiry,
  groupsInquiry,
  overTimeInquiry,
  type Asked,
  type Covered,
} from './inquiries';
import { mapReady, panelState, type EmptyReason, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';
import { useCoverage } from './useCoverage';

/** One state for each panel of the tab, and what part of the range they cover. */
export interface NodeCpu {
  readonly coverage: PanelState<Covered>;
  readonly account: PanelState<Account>;
  readonly overTime: PanelState<Aligned>;
  readonly groups: PanelState<GroupTableData>;
}

/** There is data, but not yet two samples to take a rate of. */
const starting: EmptyReason = { because: 'starting' };

/** A panel waits for the coverage, shares its trouble, and is being refreshed while it is. */
function behind<T, U>(coverage: PanelState<T>, panel: PanelState<U>): PanelState<U> {
  if (coverage.kind !== 'ready') return coverage;
  if (panel.kind !== 'ready') return panel;
  return { ...panel, refreshing: panel.refreshing || coverage.refreshing };
}

/** All questions end at a moment that steps meet, too; a fixed end stays as it is. */
function lastMultiple(moment: number, interval: number): number {
  return Math.floor(moment / interval) * interval;
}

function useAsked(
  node: string,
  { rangeMs, endMs }: PageState,
  nowMs: number,
  scrapeIntervalMs: number | undefined,
): Asked | undefined {
  const momentMs = scrapeIntervalMs && (endMs ?? lastMultiple(nowMs, scrapeIntervalMs));
  return useMemo(
    () =>
      scrapeIntervalMs === undefined || momentMs === undefined
        ? undefined
        : {
            node,
            rangeMs,
            scrapeIntervalMs,
            endMs: momentMs,
            moving: endMs === null,
            subject: JSON.stringify([node, rangeMs, endMs]),
          },
    [node, rangeMs, endMs, momentMs, scrapeIntervalMs],
  );
}

/**
 * Everything the tab asks about a node's CPU, for the range of the page at the moment `nowMs`. Nothing
 * is asked while the scrape interval is unknown.
 */
export function useNodeCpu(
  node: string,
  page: PageState,
  nowMs: number,
  scrapeIntervalMs: number | undefined,
): NodeCpu {
  const asked = useAsked(node, page, nowMs, scrapeIntervalMs);
  const coverage = useCoverage(asked, nowMs);

  const covered = coverage.kind === 'ready' ? coverage.data.asked : undefined;
  const accountAnswer = useAnswer(useMemo(() => covered && accountInquiry(covered), [covered]));
  const groupsAnswer = useAnswer(useMemo(() => covered && groupsInquiry(covered), [covered]));
  const overTimeAnswer = useAnswer(useMemo(() => asked && overTimeInquiry(asked), [asked]));

  return {
    coverage,
    account: behind(
      coverage,
      mapReady(panelState(accountAnswer), (data) => data, starting),
    ),
    groups: behind(
      coverage,
      mapReady(
        panelState(groupsAnswer),
        (data) => (data.rows.length > 0 ? data : undefined),
        starting,
      ),
    ),
    overTime: behind(
      coverage,
      mapReady(
        panelState(overTimeAnswer),
        (data) => (data.series.length > 0 ? data : undefined),
        starting,
      ),
    ),
  };
}
