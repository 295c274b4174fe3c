import { useMemo } from 'react';
import { cpuOverTime } from '../../prometheus/promql/queries/cpu-over-time';
import { podsOverTime } from '../../prometheus/promql/queries/pods-over-time';
import type { Question } from '../../prometheus/promql/queries/question';
import { topGroupsOverTime, topUnitsOverTime } from '../../prometheus/promql/queries/top-over-time';
import { byClass, byLargest, type OverTime } from '../../prometheus/series/over-time';
import type { PageState } from '../url-state/page-state';
import { rangeInquiry, unlessAborted, type Asked } from './inquiries';
import { mapReady, panelState, type PanelState, type Shaped } from './panel-state';
import { useAnswer, type Inquiry } from './useAnswer';

type Choice = Pick<PageState, 'by' | 'top'>;

/** The question behind a chart by units or groups; undefined for one by class. */
export function largestQuestion({ by, top }: Choice): Question | undefined {
  switch (by) {
    case 'class':
      return undefined;
    case 'unit':
      return topUnitsOverTime(top);
    case 'group':
      return topGroupsOverTime(top);
  }
}

/** Classes, kinds of pods and the largest units or groups, all on one axis and made one. */
function overTimeInquiry(asked: Asked, choice: Choice): Inquiry<Shaped<OverTime>> {
  const largest = largestQuestion(choice);
  const mayAskOfPods = asked.access.kind === 'cluster';
  return {
    subject: `${asked.subject} over time by ${choice.by} ${choice.top}`,
    ask: async (signal) => {
      const [classes, podKinds, top] = await Promise.all([
        rangeInquiry(cpuOverTime, asked).ask(signal),
        // Without kubelet's series pods are drawn in one piece; the host is there all the same.
        mayAskOfPods
          ? rangeInquiry(podsOverTime, asked).ask(signal).catch(unlessAborted)
          : undefined,
        largest && rangeInquiry(largest, asked).ask(signal),
      ]);
      const layers = byClass(classes.data, podKinds?.data);
      return {
        data: top ? byLargest(layers, top.data) : layers,
        warnings: [classes, podKinds, top].flatMap((one) => one?.warnings ?? []),
      };
    },
  };
}

/** The chart's layers through the whole range, by class, unit or group. */
export function useOverTime(asked: Asked | undefined, { by, top }: Choice): PanelState<OverTime> {
  const inquiry = useMemo(() => asked && overTimeInquiry(asked, { by, top }), [asked, by, top]);
  return mapReady(
    panelState(useAnswer(inquiry)),
    (data) => (data.layers.length > 0 ? data : undefined),
    { because: 'starting' },
  );
}
