import { useMemo } from 'react';
import { pods } from '../../prometheus/promql/queries/pods';
import { podRowsOf, type PodRow } from '../../prometheus/series/pod-rows';
import { instantInquiry, type Asked } from './inquiries';
import { panelState, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';

/** Why pods are not told apart: no right to, no such series, or something that failed. */
export type NotSplit =
  | { readonly because: 'denied' }
  | { readonly because: 'missing' }
  | { readonly because: 'failed'; readonly message: string };

/** Pods by kubelet's series, or why our class `pod` stays in one piece. */
export type Pods =
  | { readonly kind: 'split'; readonly rows: readonly PodRow[] }
  | ({ readonly kind: 'not-split' } & NotSplit);

const denied: Pods = { kind: 'not-split', because: 'denied' };
const missing: Pods = { kind: 'not-split', because: 'missing' };

/** Pods never stand in the way of the host: whatever keeps them away is told as `not-split`. */
function podsState(state: PanelState<readonly PodRow[]>): PanelState<Pods> {
  switch (state.kind) {
    case 'ready':
      return {
        ...state,
        data: state.data.length > 0 ? { kind: 'split', rows: state.data } : missing,
      };
    case 'loading':
      return state;
    case 'denied':
      return { kind: 'ready', data: denied, refreshing: false, warnings: [] };
    case 'empty':
    case 'absent':
      return { kind: 'ready', data: missing, refreshing: false, warnings: [] };
    case 'timeout':
    case 'unavailable': {
      const message = state.kind === 'timeout' ? '' : state.message;
      const data: Pods = { kind: 'not-split', because: 'failed', message };
      return { kind: 'ready', data, refreshing: state.retrying, warnings: [] };
    }
  }
}

const deniedState: PanelState<Pods> = {
  kind: 'ready',
  data: denied,
  refreshing: false,
  warnings: [],
};

/** The node's pods, asked for only with a right that reaches beyond the agent's namespace. */
export function usePods(asked: Asked | undefined): PanelState<Pods> {
  const mayAsk = asked?.access.kind === 'cluster';
  const inquiry = useMemo(
    () => (asked && mayAsk ? instantInquiry(pods, asked, podRowsOf) : undefined),
    [asked, mayAsk],
  );
  const state = panelState(useAnswer(inquiry));
  return asked && !mayAsk ? deniedState : podsState(state);
}
