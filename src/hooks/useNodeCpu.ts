import { useMemo } from 'react';
import type { Account } from '../../prometheus/series/account';
import type { OverTime } from '../../prometheus/series/over-time';
import type { Trends } from '../../prometheus/series/trends';
import type { PageState } from '../url-state/page-state';
import { clusterAccess } from './access';
import type { Covered } from './extent';
import type { Asked } from './inquiries';
import type { Installation } from './installation';
import { askedAt } from './pinned';
import { behind, mapReady, type PanelState } from './panel-state';
import { useCoverage } from './useCoverage';
import { useOverTime } from './useOverTime';
import { useOverview, type NotSplit } from './useOverview';
import { useReservation, type Judgement } from './useReservation';
import { useTable, type TableData } from './useTable';
import { useTrends } from './useTrends';

/** One state for each panel of the tab, and what part of the range they cover. */
export interface NodeCpu {
  readonly coverage: PanelState<Covered>;
  readonly account: PanelState<Account>;
  readonly reservation: PanelState<Judgement>;
  readonly overTime: PanelState<OverTime>;
  readonly table: PanelState<TableData>;
  readonly trends: Trends | undefined;
  /** Why pods are not told apart; undefined while they are, or it is not known. */
  readonly notSplit: NotSplit | undefined;
  /** How the agent accounts; undefined while that is not known. */
  readonly mode: string | undefined;
}

/** `behind`, with the same state as long as both are the same: what shows it need not render again. */
function useBehind<T, U>(first: PanelState<T>, panel: PanelState<U>): PanelState<U> {
  return useMemo(() => behind(first, panel), [first, panel]);
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
            access: clusterAccess,
          },
    [node, rangeMs, endMs, momentMs, scrapeIntervalMs],
  );
}

/**
 * Everything the tab asks about a node's CPU, for the range of the page at the moment `nowMs`. Nothing
 * is asked while the installation, and so the scrape interval, is unknown.
 */
export function useNodeCpu(
  node: string,
  page: PageState,
  nowMs: number,
  installation: Installation | undefined,
): NodeCpu {
  const wanted = useAsked(node, page, nowMs, installation?.scrapeIntervalMs);
  const coverage = useCoverage(wanted, nowMs, installation?.agentNamespace);
  const asked = coverage.kind === 'ready' ? coverage.data.asked : undefined;
  const whole = coverage.kind === 'ready' ? coverage.data.whole : undefined;

  // What Prometheus takes longest for does not wait: mostly all of the range has data. Else it is asked
  // for again, and one question more is all that it cost.
  const askedEarly = coverage.kind === 'loading' ? wanted : asked;

  // A pinned moment is what account and table show; the other panels are about the whole range.
  const { pinMs } = page;
  const isPinned = pinMs !== null;
  const shown = useMemo(
    () => (askedEarly && pinMs !== null ? askedAt(askedEarly, pinMs) : askedEarly),
    [askedEarly, pinMs],
  );

  const overview = useOverview(asked);
  const pinned = useOverview(isPinned && asked ? shown : undefined);
  const told = isPinned ? pinned : overview;
  const known = told.kind === 'ready' ? told.data : undefined;
  const account = useMemo(
    () => mapReady(told, (data) => data.account, { because: 'starting' }),
    [told],
  );
  return {
    coverage,
    account: useBehind(coverage, account),
    reservation: useBehind(coverage, useReservation(asked, overview)),
    overTime: useBehind(coverage, useOverTime(whole, page)),
    table: useBehind(coverage, useTable(shown)),
    trends: useTrends(asked),
    notSplit: known?.notSplit,
    mode: known?.mode,
  };
}
