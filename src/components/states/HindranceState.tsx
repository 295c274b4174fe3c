import type { EmptyReason, Hindrance } from '../../hooks/panel-state';
import { Denied } from './Denied';
import { Loading } from './Loading';
import { MonitoringAbsent } from './MonitoringAbsent';
import { NoAgent } from './NoAgent';
import { NoAgentHere } from './NoAgentHere';
import { NoDataInRange } from './NoDataInRange';
import { Starting } from './Starting';
import { Timeout } from './Timeout';
import { Unavailable } from './Unavailable';

/** What a state needs beside itself: words, and what its buttons do. */
export interface StateContext {
  /** The panel's title, for sentences such as "Could not load CPU account". */
  readonly panel: string;
  /** CSS height of the loaded panel. */
  readonly height: string;
  readonly brief: boolean;
  readonly agentNamespace: string | undefined;
  readonly showHour: () => void;
  readonly showRange: (firstMs: number, lastMs: number) => void;
}

function Empty({ reason, context }: { reason: EmptyReason; context: StateContext }) {
  const { brief, agentNamespace: namespace, showRange } = context;
  switch (reason.because) {
    case 'no-agent':
      return <NoAgent brief={brief} namespace={namespace} />;
    case 'no-agent-here':
      return <NoAgentHere brief={brief} namespace={namespace} otherNodes={reason.otherNodes} />;
    case 'other-time':
      return (
        <NoDataInRange
          brief={brief}
          firstMs={reason.firstMs}
          showAvailable={() => showRange(reason.firstMs, reason.lastMs)}
        />
      );
    case 'starting':
      return <Starting brief={brief} />;
  }
}

/** The one component for each state in which a panel has no data to show. */
export function HindranceState({ state, context }: { state: Hindrance; context: StateContext }) {
  const { panel, height, brief, showHour } = context;
  switch (state.kind) {
    case 'loading':
      return <Loading panel={panel} height={height} />;
    case 'empty':
      return <Empty reason={state.reason} context={context} />;
    case 'denied':
      return <Denied brief={brief} namespace={context.agentNamespace} />;
    case 'absent':
      return <MonitoringAbsent brief={brief} />;
    case 'timeout':
      return (
        <Timeout brief={brief} retrying={state.retrying} retry={state.retry} showHour={showHour} />
      );
    case 'unavailable':
      return (
        <Unavailable
          brief={brief}
          panel={panel}
          message={state.message}
          retrying={state.retrying}
          retry={state.retry}
        />
      );
  }
}
