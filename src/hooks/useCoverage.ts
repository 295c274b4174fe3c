import { useMemo } from 'react';
import { coverageInquiry, whereaboutsInquiry, type Covered, type Whereabouts } from './extent';
import { withinRights, type Asked } from './inquiries';
import { panelState, type EmptyReason, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';

function reasonOf({ otherNodes, extent }: Whereabouts): EmptyReason {
  if (extent !== undefined) return { because: 'other-time', ...extent };
  return otherNodes === 0 ? { because: 'no-agent' } : { because: 'no-agent-here', otherNodes };
}

/**
 * What part of the range has data, and by which access. Every panel waits for it: it says what averages
 * cover, and why there is nothing to show. `presentMs` is the clock's moment, whatever range the page
 * shows.
 */
export function useCoverage(
  asked: Asked | undefined,
  presentMs: number,
  agentNamespace: string | undefined,
): PanelState<Covered> {
  const inquiry = useMemo(
    () => asked && withinRights(coverageInquiry, asked, agentNamespace),
    [asked, agentNamespace],
  );
  const answer = useAnswer(inquiry);
  const answered = useMemo(() => panelState(answer), [answer]);
  const missingBy =
    answered.kind === 'ready' && answered.data.found === undefined
      ? answered.data.access
      : undefined;
  const whereabouts = useMemo(
    () =>
      asked && missingBy
        ? whereaboutsInquiry({
            ...asked,
            access: missingBy,
            endMs: Math.max(asked.endMs, presentMs),
          })
        : undefined,
    [asked, missingBy, presentMs],
  );
  const found = useAnswer(whereabouts);
  return useMemo(() => {
    if (answered.kind !== 'ready') return answered;
    if (answered.data.found !== undefined) return { ...answered, data: answered.data.found };
    const where = panelState(found);
    return where.kind === 'ready' ? { kind: 'empty', reason: reasonOf(where.data) } : where;
  }, [answered, found]);
}
