import type { GroupTableData } from '../../../prometheus/series/group-rows';
import type { PanelState } from '../../hooks/panel-state';
import type { ChangePage } from '../../hooks/usePageState';
import { useT } from '../../i18n/useT';
import type { PageState } from '../../url-state/page-state';
import { Panel } from '../Panel';
import type { StateContext } from '../states/HindranceState';
import { Groups } from './Groups';

interface GroupsPanelProps {
  readonly state: PanelState<GroupTableData>;
  readonly page: PageState;
  readonly change: ChangePage;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
}

/** Which process groups use the CPU: one table to sort, search and page through. */
export function GroupsPanel({ state, page, change, context }: GroupsPanelProps) {
  const { t } = useT();
  return (
    <Panel id="hp-groups" title={t('Who uses it')} state={state} context={context} height="600px">
      {(data) => <Groups data={data} page={page} change={change} />}
    </Panel>
  );
}
