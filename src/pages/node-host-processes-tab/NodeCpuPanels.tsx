import { overview } from '../../../prometheus/promql/queries/overview';
import { judgedWindow, stepWindow } from '../../../prometheus/promql/resolution';
import { AccountPanel } from '../../components/account/AccountPanel';
import { createHighlight, HighlightContext } from '../../hooks/highlight';
import { AgentSilent } from '../../components/AgentSilent';
import { ChartPanel } from '../../components/chart/ChartPanel';
import { GroupsPanel } from '../../components/groups/GroupsPanel';
import { ReducedAccuracy } from '../../components/states/ReducedAccuracy';
import { ReservationPanel } from '../../components/reservation/ReservationPanel';
import { InspectLink } from '../../components/take-away/InspectLink';
import { PageToolbar } from '../../components/toolbar/PageToolbar';
import { formatMoment } from '../../format/time';
import { useMemo, useState } from 'react';
import { defaultInstallation } from '../../hooks/installation';
import { MeasureContext } from '../../hooks/measure';
import { useInstallation } from '../../hooks/useInstallation';
import { useNodeCpu } from '../../hooks/useNodeCpu';
import { usePageState } from '../../hooks/usePageState';
import { useMeasureOf, useUnit } from '../../hooks/useUnit';
import { useRefreshClock } from '../../hooks/useRefreshClock';
import { useT } from '../../i18n/useT';
import { defaultPageState, longestRangeMs } from '../../url-state/page-state';
import { capacityOf, isRefreshing, useChartLimits, useLayers } from './panel-facts';

/** Toolbar and panels of one node. */
export function NodeCpuPanels({ node }: { node: string }) {
  const { language } = useT();
  const [page, change] = usePageState();
  const [unit, chooseUnit] = useUnit(page, change);
  const [highlight] = useState(createHighlight);
  const installation = useInstallation();
  const { nowMs, refresh } = useRefreshClock(
    page.endMs === null ? page.refreshMs : 0,
    `${page.rangeMs} ${page.endMs}`,
  );
  const cpu = useNodeCpu(node, page, nowMs, installation);
  const { coverage, account, reservation, overTime, table, trends } = cpu;
  const covered = coverage.kind === 'ready' ? coverage.data : undefined;
  const asked = covered?.asked;
  const limits = useChartLimits(cpu);
  const layers = useLayers(cpu);
  const measure = useMeasureOf(unit, capacityOf(cpu));
  const agentNamespace = installation?.agentNamespace;
  const context = useMemo(
    () => ({
      agentNamespace,
      brief: false,
      showHour: () => change({ rangeMs: defaultPageState.rangeMs }),
      showRange: (firstMs: number, lastMs: number) =>
        change({ endMs: lastMs, rangeMs: Math.min(lastMs - firstMs, longestRangeMs) }),
    }),
    [agentNamespace, change],
  );
  const hindered = coverage.kind !== 'ready';
  // What all panels share is explained once, by the first.
  const contextBelow = useMemo(() => ({ ...context, brief: hindered }), [context, hindered]);
  const present = page.endMs === null && page.pinMs === null && covered?.silentMs === undefined;
  const { scrapeIntervalMs } = installation ?? defaultInstallation;
  const judgedRangeMs = asked?.rangeMs ?? page.rangeMs;
  const judgedRange = useMemo(
    () => ({
      rangeMs: judgedRangeMs,
      covered: judgedRangeMs / page.rangeMs,
      windowMs: judgedWindow(judgedRangeMs, scrapeIntervalMs),
    }),
    [judgedRangeMs, page.rangeMs, scrapeIntervalMs],
  );
  const accountActions = useMemo(
    () => asked && <InspectLink id="hp-account" question={overview} asked={asked} />,
    [asked],
  );
  return (
    <HighlightContext.Provider value={highlight}>
      <PageToolbar
        page={page}
        change={change}
        unit={unit}
        chooseUnit={chooseUnit}
        coverage={covered}
        refreshing={[account, reservation, overTime, table].some(isRefreshing)}
        nowMs={nowMs}
        refresh={refresh}
      />
      <MeasureContext.Provider value={measure}>
        <div className="host-processes__panels">
          {covered?.silentMs !== undefined && (
            <AgentSilent silentMs={covered.silentMs} agentNamespace={agentNamespace} />
          )}
          <ReducedAccuracy mode={cpu.mode} />
          <div className="host-processes__top">
            <AccountPanel
              state={account}
              moment={
                present || covered === undefined
                  ? undefined
                  : formatMoment(
                      page.pinMs ?? covered.momentMs,
                      { spanMs: page.rangeMs, nowMs },
                      language,
                    )
              }
              notSplit={cpu.notSplit}
              reservedCpus={limits.reserved}
              actions={accountActions}
              context={context}
            />
            <ReservationPanel state={reservation} range={judgedRange} context={contextBelow} />
          </div>
          <ChartPanel
            state={overTime}
            windowMs={stepWindow(page.rangeMs, scrapeIntervalMs)}
            limits={limits}
            asked={covered?.whole}
            page={page}
            change={change}
            context={contextBelow}
          />
          <GroupsPanel
            state={table}
            trends={trends}
            layers={layers}
            asked={asked}
            page={page}
            change={change}
            context={contextBelow}
          />
        </div>
      </MeasureContext.Provider>
    </HighlightContext.Provider>
  );
}
