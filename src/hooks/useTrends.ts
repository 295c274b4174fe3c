import { useMemo } from 'react';
import { groupTrends, podTrends } from '../../prometheus/promql/queries/trends';
import { trendStep } from '../../prometheus/promql/resolution';
import { trendsOf, type Trends } from '../../prometheus/series/trends';
import { rangeInquiry, unlessAborted, type Asked } from './inquiries';
import { useAnswer, type Inquiry } from './useAnswer';

function trendsInquiry(asked: Asked): Inquiry<Trends> {
  const stepMs = trendStep(asked.rangeMs, asked.scrapeIntervalMs);
  const mayAskOfPods = asked.access.kind === 'cluster';
  return {
    subject: `${asked.subject} trends`,
    ask: async (signal) => {
      const [groups, pods] = await Promise.all([
        rangeInquiry(groupTrends, asked, stepMs).ask(signal),
        mayAskOfPods
          ? rangeInquiry(podTrends, asked, stepMs).ask(signal).catch(unlessAborted)
          : undefined,
      ]);
      return trendsOf(...(pods ? [groups.data, pods.data] : [groups.data]));
    },
  };
}

/** The trends beside the rows; undefined until they are known, and where they cannot be had. */
export function useTrends(asked: Asked | undefined): Trends | undefined {
  const { outcome } = useAnswer(useMemo(() => asked && trendsInquiry(asked), [asked]));
  return outcome && 'data' in outcome ? outcome.data : undefined;
}
