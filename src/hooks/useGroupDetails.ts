import { useMemo } from 'react';
import { groupDetails } from '../../prometheus/promql/queries/group-details';
import { groupDetailsOf, type GroupDetails } from '../../prometheus/series/group-details';
import { instantInquiry, type Asked } from './inquiries';
import { panelState, type PanelState } from './panel-state';
import { useAnswer } from './useAnswer';

/** What is behind a group's name; asked for only by a row that is open. */
export function useGroupDetails(asked: Asked, groupname: string): PanelState<GroupDetails> {
  const inquiry = useMemo(() => {
    const about = { ...asked, subject: `${asked.subject} ${groupname}` };
    return instantInquiry(groupDetails(groupname), about, groupDetailsOf);
  }, [asked, groupname]);
  return panelState(useAnswer(inquiry));
}
