import { memo } from 'react';
import type { Layer } from '../../../prometheus/series/over-time';
import type { Trends } from '../../../prometheus/series/trends';
import type { Asked } from '../../hooks/inquiries';
import type { PanelState } from '../../hooks/panel-state';
import type { ChangePage } from '../../hooks/usePageState';
import type { TableData } from '../../hooks/useTable';
import { useColumns } from '../../hooks/useColumns';
import { useT } from '../../i18n/useT';
import type { PageState } from '../../url-state/page-state';
import { Panel } from '../Panel';
import { PinnedLabel } from '../PinnedLabel';
import type { StateContext } from '../states/HindranceState';
import { ColumnsChoice } from './ColumnsChoice';
import { allColumns } from './group-columns';
import { GroupsActions } from './GroupsActions';
import { Groups } from './Groups';
import './groups.css';

interface GroupsPanelProps {
  readonly state: PanelState<TableData>;
  readonly trends: Trends | undefined;
  /** Of the chart; none while there is no chart. */
  readonly layers: readonly Layer[];
  /** What the numbers are of; undefined while nothing is known. */
  readonly asked: Asked | undefined;
  readonly page: PageState;
  readonly change: ChangePage;
  readonly context: Omit<StateContext, 'panel' | 'height'>;
}

/** Which process groups and pods use the CPU: one table to sort, search and page through. */
export const GroupsPanel = memo(function GroupsPanel(props: GroupsPanelProps) {
  const { state, trends, layers, asked, page, change, context } = props;
  const { t } = useT();
  const [columns, rememberColumns] = useColumns(allColumns);
  return (
    <Panel
      id="hp-groups"
      title={t('Who uses it')}
      state={state}
      context={context}
      height="600px"
      actions={
        asked &&
        state.kind === 'ready' && (
          <>
            <ColumnsChoice columns={columns} onChoose={rememberColumns} />
            <GroupsActions data={state.data} asked={asked} page={page} />
          </>
        )
      }
    >
      {(data) =>
        asked && (
          <>
            {page.pinMs !== null && (
              <p className="host-processes__pinned">
                <PinnedLabel id="hp-groups-pinned" page={page} change={change} />
                {t(
                  'Account and table show this moment. Averages run from the start of the range to it.',
                )}
              </p>
            )}
            <Groups
              data={data}
              trends={trends}
              layers={layers}
              columns={columns}
              asked={asked}
              page={page}
              change={change}
            />
          </>
        )
      }
    </Panel>
  );
});
