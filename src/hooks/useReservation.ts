import { useMemo } from 'react';
import { judgedOverRange, type Judged } from '../../prometheus/promql/queries/judged';
import { judgedAxis } from '../../prometheus/promql/resolution';
import { coresOf } from '../../prometheus/series/account';
import { isHostClass, isPlatformClass } from '../../prometheus/series/display-class';
import { judgedMeans, judgedUsageOf, type JudgedUsage } from '../../prometheus/series/judged-usage';
import { judgedOf, type Reservation } from '../../prometheus/series/reservation';
import { rangeInquiry, type Asked } from './inquiries';
import { joined, panelState, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';
import type { Overview } from './useOverview';
import { withPods } from './with-pods';

/** What is judged, how it used CPU, and against what; without a reservation there is no verdict. */
export interface Judgement {
  readonly judged: Judged;
  readonly usage: JudgedUsage;
  readonly reservation: Reservation | undefined;
}

/** Whether a class of the account belongs to what is judged. */
function belongsTo(judged: Judged, name: string): boolean {
  return judged === 'platform' ? isPlatformClass(name) : isHostClass(name);
}

/** The reservation, and how the host or platform stood to it over the range. */
export function useReservation(
  asked: Asked | undefined,
  overview: PanelState<Overview>,
): PanelState<Judgement> {
  const inquiry = useMemo(
    () =>
      asked &&
      withPods(asked, (pods) =>
        rangeInquiry(
          judgedOverRange(pods),
          asked,
          (answer) => answer,
          judgedAxis(asked, asked.scrapeIntervalMs),
        ),
      ),
    [asked],
  );
  const answered = useAnswer(inquiry);
  return useMemo(
    () =>
      joined(
        overview,
        panelState(answered),
        ({ account, reservation, notSplit }, { found, pods }) => {
          const split = notSplit === undefined && pods.kind === 'asked';
          const judged = reservation ? judgedOf(reservation, split) : 'host';
          const now = coresOf(account, (name) => belongsTo(judged, name));
          const usage = judgedUsageOf(judgedMeans(found, judged), now, reservation?.cpus);
          return { judged, usage, reservation };
        },
      ),
    [overview, answered],
  );
}
