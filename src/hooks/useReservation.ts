import { useMemo } from 'react';
import { judgedOverRange, type Judged } from '../../prometheus/promql/queries/judged';
import { reservation } from '../../prometheus/promql/queries/reservation';
import {
  judgedOf,
  judgedUsageOf,
  reservationOf,
  type JudgedUsage,
  type Reservation,
} from '../../prometheus/series/reservation';
import { instantInquiry, type Asked } from './inquiries';
import { joined, panelState, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';
import type { Pods } from './usePods';

/** What is judged, how it used CPU, and against what; without a reservation there is no verdict. */
export interface Judgement {
  readonly judged: Judged;
  readonly usage: JudgedUsage;
  readonly reservation: Reservation | undefined;
}

/** What is judged, and how it used CPU; nothing is asked while that is not decided. */
function useJudged(asked: Asked | undefined, judged: Judged | undefined) {
  const inquiry = useMemo(
    () =>
      asked && judged
        ? instantInquiry(judgedOverRange(judged), asked, (vector) => ({
            judged,
            usage: judgedUsageOf(vector),
          }))
        : undefined,
    [asked, judged],
  );
  return panelState(useAnswer(inquiry));
}

/** The reservation, and how the host or platform stood to it over the range. */
export function useReservation(
  asked: Asked | undefined,
  pods: PanelState<Pods>,
): PanelState<Judgement> {
  const known = panelState(
    useAnswer(useMemo(() => asked && instantInquiry(reservation, asked, reservationOf), [asked])),
  );
  const split = pods.kind === 'ready' ? pods.data.kind === 'split' : undefined;
  const found = known.kind === 'ready' ? known.data : undefined;
  const judged =
    known.kind === 'ready' && split !== undefined
      ? found
        ? judgedOf(found, split)
        : 'host'
      : undefined;
  const usage = useJudged(asked, judged);
  return joined(known, usage, (theReservation, { judged: what, usage: used }) => ({
    judged: what,
    usage: used,
    reservation: theReservation,
  }));
}
