import type { Trends } from '../../../prometheus/series/trends';
import type { Asked } from '../../hooks/inquiries';
import type { PanelState } from '../../hooks/panel-state';
import type { ChangePage } from '../../hooks/usePageState';
import type { TableData } from '../../hooks/useTable';
import { useT } from '../../i18n/useT';
import type { PageState } from '../../url-state/page-state';
import { Panel } from '../Panel';
import type { StateContext } from '../states/HindranceState';
import { GroupsActions } from './GroupsActions';
import { Groups } from './Groups';
import './groups.css';

interface GroupsPanelProps {
  readonly state: PanelState<TableData>;
  readonly trends: Trends | undefined;
  /** What the numbers are of; undefined while nothing is known. */
  readonly asked: Asked | undefined;
  readonly page: PageState;
  readonly change: ChangePage;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
}

/** Which process groups and pods use the CPU: one table to sort, search and page through. */
export function GroupsPanel({ state, trends, asked, page, change, context }: GroupsPanelProps) {
  const { t } = useT();
  return (
    <Panel
      id="hp-groups"
      title={t('Who uses it')}
      state={state}
      context={context}
      height="600px"
      actions={
        asked &&
        state.kind === 'ready' && <GroupsActions data={state.data} asked={asked} page={page} />
      }
    >
      {(data) =>
        asked && <Groups data={data} trends={trends} asked={asked} page={page} change={change} />
      }
    </Panel>
  );
}
