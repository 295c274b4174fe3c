import { stepWindow } from '../../../prometheus/promql/resolution';
import { AccountPanel } from '../../components/account/AccountPanel';
import { AgentSilent } from '../../components/AgentSilent';
import { ChartPanel } from '../../components/chart/ChartPanel';
import { GroupsPanel } from '../../components/groups/GroupsPanel';
import { PageToolbar } from '../../components/toolbar/PageToolbar';
import { formatMoment } from '../../format/time';
import { defaultInstallation } from '../../hooks/installation';
import { useInstallation } from '../../hooks/useInstallation';
import { useNodeCpu } from '../../hooks/useNodeCpu';
import { usePageState } from '../../hooks/usePageState';
import { useRefreshClock } from '../../hooks/useRefreshClock';
import { useT } from '../../i18n/useT';
import { defaultPageState, longestRangeMs } from '../../url-state/page-state';

/** Toolbar and panels of one node. */
export function NodeCpuPanels({ node }: { node: string }) {
  const { language } = useT();
  const [page, change] = usePageState();
  const installation = useInstallation();
  const { nowMs, refresh } = useRefreshClock(
    page.endMs === null ? page.refreshMs : 0,
    `${page.rangeMs} ${page.endMs}`,
  );
  const { coverage, account, overTime, groups } = useNodeCpu(
    node,
    page,
    nowMs,
    installation?.scrapeIntervalMs,
  );
  const covered = coverage.kind === 'ready' ? coverage.data : undefined;
  const agentNamespace = installation?.agentNamespace;
  const context = {
    agentNamespace,
    brief: false,
    showHour: () => change({ rangeMs: defaultPageState.rangeMs }),
    showRange: (firstMs: number, lastMs: number) =>
      change({ endMs: lastMs, rangeMs: Math.min(lastMs - firstMs, longestRangeMs) }),
  };
  // What all panels share is explained once, by the first.
  const contextBelow = { ...context, brief: coverage.kind !== 'ready' };
  const present = page.endMs === null && covered?.silentMs === undefined;
  const { scrapeIntervalMs } = installation ?? defaultInstallation;
  return (
    <>
      <PageToolbar
        page={page}
        change={change}
        coverage={covered}
        refreshing={[account, overTime, groups].some(
          (panel) => panel.kind === 'ready' && panel.refreshing,
        )}
        refresh={refresh}
      />
      <div className="host-processes__panels">
        {covered?.silentMs !== undefined && (
          <AgentSilent silentMs={covered.silentMs} agentNamespace={agentNamespace} />
        )}
        <AccountPanel
          state={account}
          moment={
            present || covered === undefined
              ? undefined
              : formatMoment(covered.momentMs, { spanMs: page.rangeMs, nowMs }, language)
          }
          context={context}
        />
        <ChartPanel
          state={overTime}
          windowMs={stepWindow(page.rangeMs, scrapeIntervalMs)}
          capacity={account.kind === 'ready' ? account.data.cpus : undefined}
          context={contextBelow}
        />
        <GroupsPanel state={groups} page={page} change={change} context={contextBelow} />
      </div>
    </>
  );
}
