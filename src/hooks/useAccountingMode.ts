import { useMemo } from 'react';
import { accountingMode } from '../../prometheus/promql/queries/accounting-mode';
import { sampleValue } from '../../prometheus/series/sample-value';
import { instantInquiry, type Asked } from './inquiries';
import { useAnswer } from './useAnswer';

/** The mode in which the node's agent accounts; undefined while or where that is not known. */
export function useAccountingMode(asked: Asked | undefined): string | undefined {
  const inquiry = useMemo(
    () =>
      asked &&
      instantInquiry(
        accountingMode,
        asked,
        (vector) => vector.find(({ value }) => sampleValue(value[1]) === 1)?.metric.mode,
      ),
    [asked],
  );
  const { outcome } = useAnswer(inquiry);
  return outcome && 'data' in outcome ? outcome.data.data : undefined;
}
