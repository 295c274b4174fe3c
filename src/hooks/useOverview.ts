import { useMemo } from 'react';
import type { VectorSeries } from '../../prometheus/http-api/responses';
import { accountingPart, overview } from '../../prometheus/promql/queries/overview';
import { accountOf, type Account } from '../../prometheus/series/account';
import { accountWithPods } from '../../prometheus/series/account-split';
import { joinParts } from '../../prometheus/series/join';
import { podKindUsageOf, type PodKindUsage } from '../../prometheus/series/pod-kinds';
import { reservationOf, type Reservation } from '../../prometheus/series/reservation';
import { instantInquiry, type Asked } from './inquiries';
import { mapReady, panelState, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';
import { withPods, type PodsAsked } from './with-pods';

/** Why pods are not told apart: no right to, no such series, or something that failed. */
export type NotSplit =
  | { readonly because: 'denied' }
  | { readonly because: 'missing' }
  | { readonly because: 'failed'; readonly message: string };

/** What is told of the node as a whole. */
export interface Overview {
  /** With its pods split, as far as they are. */
  readonly account: Account;
  /** Undefined where pods are split. */
  readonly notSplit: NotSplit | undefined;
  readonly reservation: Reservation | undefined;
  /** How the agent accounts; undefined where it does not tell. */
  readonly mode: string | undefined;
}

interface Found extends Omit<Overview, 'account' | 'notSplit'> {
  readonly account: Account | undefined;
  readonly kinds: PodKindUsage | undefined;
}

function foundIn(vector: readonly VectorSeries[]): Found {
  const mode = joinParts(vector).find(({ values }) => values[accountingPart] === 1)?.labels.mode;
  return {
    account: accountOf(vector),
    kinds: podKindUsageOf(vector),
    reservation: reservationOf(vector),
    mode,
  };
}

function notSplitOf(pods: PodsAsked, kinds: PodKindUsage | undefined): NotSplit | undefined {
  switch (pods.kind) {
    case 'denied':
      return { because: 'denied' };
    case 'failed':
      return { because: 'failed', message: pods.message };
    case 'asked':
      return kinds === undefined ? { because: 'missing' } : undefined;
  }
}

/** The account, the reservation and the agent's mode; empty while the agent has only just begun. */
export function useOverview(asked: Asked | undefined): PanelState<Overview> {
  const inquiry = useMemo(
    () => asked && withPods(asked, (pods) => instantInquiry(overview(pods), asked, foundIn)),
    [asked],
  );
  const answered = useAnswer(inquiry);
  return useMemo(
    () =>
      mapReady(
        panelState(answered),
        ({ found: { account, kinds, ...others }, pods }) =>
          account && {
            ...others,
            account: kinds ? accountWithPods(account, kinds) : account,
            notSplit: notSplitOf(pods, kinds),
          },
        { because: 'starting' },
      ),
    [answered],
  );
}
