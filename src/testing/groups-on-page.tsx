import { screen } from '@testing-library/react';
import { groupRowsOf } from '../../prometheus/series/group-rows';
import { podRowsOf } from '../../prometheus/series/pod-rows';
import { tableRowsOf, type TableRow } from '../../prometheus/series/table-rows';
import { byClass, type Layer } from '../../prometheus/series/over-time';
import type { Trends } from '../../prometheus/series/trends';
import { allColumns } from '../components/groups/group-columns';
import { Groups } from '../components/groups/Groups';
import { clusterAccess } from '../hooks/access';
import type { Asked } from '../hooks/inquiries';
import { usePageState } from '../hooks/usePageState';
import type { TableData } from '../hooks/useTable';
import { groupsAnswer, podsAnswer } from './known-answers';

const { rows: groupRows, busy } = groupRowsOf(groupsAnswer.data.result);
/** Without pods of kubelet, as somebody sees it who may not see those. */
export const data: TableData = { rows: tableRowsOf(groupRows, undefined), ...(busy && { busy }) };
/** The same with them. */
export const dataWithPods: TableData = {
  ...data,
  rows: tableRowsOf(groupRows, podRowsOf(podsAnswer.data.result)),
};

const asked: Asked = {
  node: 'n1',
  rangeMs: 3_600_000,
  scrapeIntervalMs: 15_000,
  endMs: 1_700_000_000_000,
  moving: false,
  subject: 'n1',
  access: clusterAccess,
};

const { layers: classLayers } = byClass(
  {
    times: [0],
    stepMs: 15_000,
    series: ['kernel', 'service', 'pod'].map((name) => ({ labels: { class: name }, values: [1] })),
  },
  undefined,
);

/** The table as the page of a node shows it: what is chosen is kept in the URL. */
export function GroupsOnPage(props: {
  data: TableData;
  trends?: Trends;
  layers?: readonly Layer[];
}) {
  const { data: shown, trends, layers = classLayers } = props;
  const [page, change] = usePageState();
  return (
    <Groups
      data={shown}
      trends={trends}
      layers={layers}
      columns={allColumns}
      asked={asked}
      page={page}
      change={change}
    />
  );
}

/** Rows of a table that only some of their properties matter of. */
export function groupsOf(
  rows: readonly Partial<Extract<TableRow, { kind: 'group' }>>[],
): TableRow[] {
  return rows.map((row, i) => ({
    kind: 'group',
    key: String(i),
    class: 'service',
    unit: 'u.service',
    name: `g${i}`,
    ...row,
  }));
}

/** Unit and group of each row that is shown, in their order. */
export function rowNames(): (string | undefined)[] {
  return screen
    .getAllByTestId('hp-group-row')
    .map(({ dataset }) => `${dataset.unit ?? ''}/${dataset.group ?? ''}`);
}
