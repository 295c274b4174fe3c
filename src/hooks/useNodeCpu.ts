import { useMemo } from 'react';
import { account as accountQuestion } from '../../prometheus/promql/queries/account';
import { accountOf, type Account } from '../../prometheus/series/account';
import { accountWithPods } from '../../prometheus/series/account-split';
import type { OverTime } from '../../prometheus/series/over-time';
import type { Trends } from '../../prometheus/series/trends';
import type { PageState } from '../url-state/page-state';
import { clusterAccess } from './access';
import type { Covered } from './extent';
import { instantInquiry, type Asked } from './inquiries';
import type { Installation } from './installation';
import { askedAt } from './pinned';
import { behind, joined, mapReady, panelState, type PanelState } from './panel-state';
import { useAccountingMode } from './useAccountingMode';
import { useAnswer } from './useAnswer';
import { useCoverage } from './useCoverage';
import { useOverTime } from './useOverTime';
import { usePods, type Pods } from './usePods';
import { useReservation, type Judgement } from './useReservation';
import { useTable, type TableData } from './useTable';
import { useTrends } from './useTrends';

/** One state for each panel of the tab, and what part of the range they cover. */
export interface NodeCpu {
  readonly coverage: PanelState<Covered>;
  readonly pods: PanelState<Pods>;
  readonly account: PanelState<Account>;
  readonly reservation: PanelState<Judgement>;
  readonly overTime: PanelState<OverTime>;
  readonly table: PanelState<TableData>;
  readonly trends: Trends | undefined;
  /** How the agent accounts; undefined while that is not known. */
  readonly mode: string | undefined;
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

  // A pinned moment is what account and table show; the other panels are about the whole range.
  const { pinMs } = page;
  const shown = useMemo(
    () => (asked && pinMs !== null ? askedAt(asked, pinMs) : asked),
    [asked, pinMs],
  );

  const pods = usePods(shown);
  const accountAnswer = useAnswer(
    useMemo(() => shown && instantInquiry(accountQuestion, shown, accountOf), [shown]),
  );
  const ours = mapReady(panelState(accountAnswer), (data) => data, { because: 'starting' });
  const account = joined(ours, pods, (data, known) =>
    known.kind === 'split' ? accountWithPods(data, known.rows) : data,
  );
  return {
    coverage,
    pods: behind(coverage, pods),
    account: behind(coverage, account),
    reservation: behind(coverage, useReservation(asked, pods)),
    overTime: behind(coverage, useOverTime(whole, page)),
    table: behind(coverage, useTable(shown, pods)),
    trends: useTrends(asked),
    mode: useAccountingMode(asked),
  };
}
