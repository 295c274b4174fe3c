import { useMemo } from 'react';
import { trends } from '../../prometheus/promql/queries/trends';
import { timeAxis, trendStep } from '../../prometheus/promql/resolution';
import { trendsOf, type Trends } from '../../prometheus/series/trends';
import { rangeInquiry, type Asked } from './inquiries';
import { useAnswer } from './useAnswer';
import { withPods } from './with-pods';

/** The trends beside the rows; undefined until they are known, and where they cannot be had. */
export function useTrends(asked: Asked | undefined): Trends | undefined {
  const inquiry = useMemo(() => {
    if (asked === undefined) return undefined;
    const { rangeMs, scrapeIntervalMs } = asked;
    const axis = timeAxis(asked, scrapeIntervalMs, trendStep(rangeMs, scrapeIntervalMs));
    return withPods(asked, (pods) =>
      rangeInquiry(trends(pods), asked, (answer) => trendsOf(answer), axis),
    );
  }, [asked]);
  const { outcome } = useAnswer(inquiry);
  return outcome && 'data' in outcome ? outcome.data.data.found : undefined;
}
