import { useMemo } from 'react';
import {
  coverageInquiry,
  whereaboutsInquiry,
  type Asked,
  type Covered,
  type Whereabouts,
} from './inquiries';
import { panelState, type EmptyReason, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';

function reasonOf({ otherNodes, extent }: Whereabouts): EmptyReason {
  if (extent !== undefined) return { because: 'other-time', ...extent };
  return otherNodes === 0 ? { because: 'no-agent' } : { because: 'no-agent-here', otherNodes };
}

/**
 * What part of the range has data. Every panel waits for it: it says what averages cover, and why
 * there is nothing to show. `presentMs` is the clock's moment, whatever range the page shows.
 */
export function useCoverage(asked: Asked | undefined, presentMs: number): PanelState<Covered> {
  const covered = panelState(useAnswer(useMemo(() => asked && coverageInquiry(asked), [asked])));
  const missing = covered.kind === 'ready' && covered.data === undefined;
  const whereabouts = useMemo(
    () =>
      asked && missing
        ? whereaboutsInquiry({ ...asked, endMs: Math.max(asked.endMs, presentMs) })
        : undefined,
    [asked, missing, presentMs],
  );
  const where = panelState(useAnswer(whereabouts));
  if (covered.kind !== 'ready') return covered;
  if (covered.data !== undefined) return { ...covered, data: covered.data };
  return where.kind === 'ready' ? { kind: 'empty', reason: reasonOf(where.data) } : where;
}
