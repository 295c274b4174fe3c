import { useMemo } from 'react';
import { chart, type ChartLayers } from '../../prometheus/promql/queries/chart';
import type { Question } from '../../prometheus/promql/queries/question';
import { overTimeOf, type OverTime } from '../../prometheus/series/over-time';
import type { PageState } from '../url-state/page-state';
import { rangeInquiry, type Asked } from './inquiries';
import { mapReady, panelState, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';
import { withPods } from './with-pods';

type Choice = Pick<PageState, 'by' | 'top'>;

function layersOf({ by, top }: Choice): ChartLayers {
  return by === 'class' ? { by } : { by, top };
}

/** The question behind the chart. */
export function chartQuestion(choice: Choice, pods: boolean): Question {
  return chart(layersOf(choice), pods);
}

/** The chart's layers through the whole range, by class, unit or group. */
export function useOverTime(asked: Asked | undefined, { by, top }: Choice): PanelState<OverTime> {
  const inquiry = useMemo(
    () =>
      asked &&
      withPods(asked, (pods) => rangeInquiry(chartQuestion({ by, top }, pods), asked, overTimeOf)),
    [asked, by, top],
  );
  const answered = useAnswer(inquiry);
  return useMemo(
    () =>
      mapReady(panelState(answered), ({ found }) => (found.layers.length > 0 ? found : undefined), {
        because: 'starting',
      }),
    [answered],
  );
}
