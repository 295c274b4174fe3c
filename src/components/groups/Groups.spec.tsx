import { answerWith, failing, renderInConsole } from '../../testing/fake-console';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { groupRowsOf } from '../../../prometheus/series/group-rows';
import { podRowsOf } from '../../../prometheus/series/pod-rows';
import { tableRowsOf, type TableRow } from '../../../prometheus/series/table-rows';
import { byClass, type Layer } from '../../../prometheus/series/over-time';
import type { Trends } from '../../../prometheus/series/trends';
import { clusterAccess } from '../../hooks/access';
import type { Asked } from '../../hooks/inquiries';
import { usePageState } from '../../hooks/usePageState';
import type { TableData } from '../../hooks/useTable';
import { groupsAnswer, podsAnswer } from '../../testing/known-answers';
import { allColumns } from './group-columns';
import { Groups } from './Groups';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  ...jest.requireActual<object>('@openshift-console/dynamic-plugin-sdk'),
  consoleFetchJSON: jest.fn(),
}));

const { rows: groupRows, busy } = groupRowsOf(groupsAnswer.data.result);
/** Without pods of kubelet, as somebody sees it who may not see those. */
const data: TableData = { rows: tableRowsOf(groupRows, undefined), ...(busy && { busy }) };
const dataWithPods: TableData = {
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

function WithPage(props: { data: TableData; trends?: Trends; layers?: readonly Layer[] }) {
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
function groupsOf(rows: readonly Partial<Extract<TableRow, { kind: 'group' }>>[]): TableRow[] {
  return rows.map((row, i) => ({
    kind: 'group',
    key: String(i),
    class: 'service',
    unit: 'u.service',
    name: `g${i}`,
    ...row,
  }));
}

function names(): (string | undefined)[] {
  return screen
    .getAllByTestId('hp-group-row')
    .map(({ dataset }) => `${dataset.unit ?? ''}/${dataset.group ?? ''}`);
}

describe('the table of groups', () => {
  it('has a row a group, largest first, with exact values', () => {
    renderInConsole(<WithPage data={data} />);
    expect(names()).toEqual([
      'kubepods/conmon',
      'kubelet.service/kubelet',
      'kworker/kworker',
      'crio.service/(exited)',
      'crio.service/crio',
    ]);
    const kubelet = screen.getAllByTestId('hp-group-row')[1]!;
    const value = (id: string) => within(kubelet).getByTestId<HTMLDataElement>(id).value;
    expect(['now', 'average', 'min', 'p95', 'max'].map(value)).toEqual([
      '0.5',
      '0.25',
      '0.125',
      '0.75',
      '1',
    ]);
    expect(kubelet).toHaveAttribute('data-class', 'service');
    expect(within(kubelet).getByTestId('share')).toHaveTextContent('20.0%');
  });

  it('adds up: shares to 100 %, the total row to what the node used', () => {
    renderInConsole(<WithPage data={data} />);
    const shares = screen.getAllByTestId('share').map(({ dataset }) => Number(dataset.value));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(screen.getByTestId('hp-groups-total')).toHaveTextContent(
      'Shown rows 2.50, all rows 2.50, node busy 2.50 cores',
    );
  });

  it('sorts by a column, and the other way on the second click, and keeps it in the URL', async () => {
    const { search } = renderInConsole(<WithPage data={data} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(search().get('hpSort')).toBe('name');
    expect(names()[0]).toBe('crio.service/(exited)');
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(search().get('hpSort')).toBe('-name');
    await user.click(screen.getByRole('button', { name: 'Max' }));
    expect(search().get('hpSort')).toBe('-max');
    expect(names()[1]).toBe('kubelet.service/kubelet');
    expect(screen.getByRole('columnheader', { name: 'Max' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });

  it('sorts without heads, too, for narrow pages', async () => {
    const { search } = renderInConsole(<WithPage data={data} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Order of rows: Sort by Cores now' }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(
      screen
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent)
        .filter((head) => !['Open the row', 'Trend', 'Actions'].includes(head)),
    );
    await user.click(screen.getByRole('option', { name: 'Name' }));
    expect(search().get('hpSort')).toBe('name');
    await user.click(screen.getByRole('button', { name: 'Ascending: reverse the order' }));
    expect(search().get('hpSort')).toBe('-name');
    await user.click(screen.getByRole('button', { name: 'Order of rows: Sort by Name' }));
    await user.click(screen.getByRole('option', { name: 'Max' }));
    expect(search().get('hpSort')).toBe('-max');
  });

  it('searches names and units after a pause in typing', async () => {
    const { search } = renderInConsole(<WithPage data={data} />);
    const user = userEvent.setup();
    await user.type(
      screen.getByRole('textbox', { name: 'Find by name, unit or namespace' }),
      'CRIO',
    );
    expect(search().get('hpSearch')).toBeNull();
    await waitFor(() => expect(search().get('hpSearch')).toBe('CRIO'));
    expect(names()).toEqual(['crio.service/(exited)', 'crio.service/crio']);
    expect(screen.getByText('2 process groups and pods')).toHaveAttribute('aria-live', 'polite');
    expect(screen.getByTestId('hp-groups-total')).toHaveTextContent(
      'Shown rows 0.25, all rows 0.25, node busy 2.50 cores',
    );
  });

  it.each([195, 200, 205])('keeps every letter when one comes each %d ms', async (delay) => {
    const { search } = renderInConsole(<WithPage data={data} />);
    const box = screen.getByRole('textbox', { name: 'Find by name, unit or namespace' });
    await userEvent.setup({ delay }).type(box, 'kubelet');
    expect(box).toHaveValue('kubelet');
    await waitFor(() => expect(search().get('hpSearch')).toBe('kubelet'));
    expect(box).toHaveValue('kubelet');
  });

  it('lets what is being typed give way to Back', async () => {
    const { search, back } = renderInConsole(<WithPage data={data} />, '/n?hpSearch=crio');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Name' }));
    const box = screen.getByRole('textbox', { name: 'Find by name, unit or namespace' });
    await user.type(box, 'x');
    await waitFor(() => expect(search().get('hpSearch')).toBe('criox'));
    await user.type(box, 'yz');
    act(back);
    await waitFor(() => expect(box).toHaveValue('crio'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(box).toHaveValue('crio');
    expect(search().get('hpSearch')).toBe('crio');
  });

  it('offers to clear a search that finds nothing', async () => {
    const { search } = renderInConsole(<WithPage data={data} />, '/n?hpSearch=zzz');
    expect(screen.getByText('No results found')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('hp-no-match-clear'));
    expect(search().get('hpSearch')).toBeNull();
    expect(names()).toHaveLength(5);
    expect(screen.getByRole('textbox')).toHaveValue('');
  });

  it('shows pages, and the rows of all of them in the total', async () => {
    const rows = groupsOf(Array.from({ length: 45 }, () => ({ now: 1 })));
    const { search } = renderInConsole(<WithPage data={{ rows, busy: 45 }} />);
    expect(names()).toHaveLength(20);
    expect(screen.getByTestId('hp-groups-total')).toHaveTextContent(
      'Shown rows 20.00, all rows 45.00, node busy 45.00 cores',
    );
    await userEvent.click(screen.getAllByRole('button', { name: 'Next page' })[0]!);
    expect(search().get('hpPage')).toBe('2');
    expect(names()[0]).toBe('u.service/g20');
  });

  it('says what is missing instead of a zero', () => {
    const rows = groupsOf([{ name: 'gone', average: 0.5 }]);
    renderInConsole(<WithPage data={{ rows }} />);
    const row = screen.getByTestId('hp-group-row');
    expect(within(row).queryByTestId('now')).toBeNull();
    expect(within(row).getByTestId('now-missing')).toHaveTextContent('No data');
    expect(within(row).queryByTestId('share')).toBeNull();
    expect(within(row).getByTestId('share-missing')).toHaveTextContent('No data');
  });

  it('does not repeat a unit that is called as its only group', () => {
    const rows = groupsOf([
      { name: 'rcu', class: 'kernel', unit: 'rcu', now: 1 },
      { name: 'bash', class: 'session', unit: 'session', now: 1 },
    ]);
    renderInConsole(<WithPage data={{ rows }} />);
    expect(screen.getAllByText('rcu')).toHaveLength(1);
    expect(screen.getByText('session')).toBeVisible();
  });

  it.each([
    ['(exited)', /Counted exactly, by the unit's own counter/],
    ['(other)', /added together/],
    ['(unattributed)', /no unit and no thread explains/],
    ['(root)', /outside any systemd unit or cgroup/],
  ])('explains %s', async (name, text) => {
    const rows = groupsOf([
      { name: '(exited)', unit: '(root)', now: 1 },
      { name: '(other)', unit: 'a.service', now: 1 },
      { name: '(unattributed)', class: 'unattributed', unit: '(unattributed)', now: 1 },
    ]);
    renderInConsole(<WithPage data={{ rows }} />);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('has a trend a row, and says where there is too little data for one', () => {
    const rows = groupsOf([{ now: 2 }, { now: 1 }]);
    const trends: Trends = new Map([['0', [1, 2, null, 3]]]);
    renderInConsole(<WithPage data={{ rows }} trends={trends} />);
    expect(screen.getAllByTestId('trend')).toHaveLength(1);
    expect(screen.getByText('Not enough data for a trend')).toBeInTheDocument();
  });

  it('narrows down to classes, and says so in the URL', async () => {
    const { search } = renderInConsole(<WithPage data={dataWithPods} />);
    const user = userEvent.setup();
    await user.click(screen.getByTestId('hp-class-filter'));
    await user.click(screen.getByRole('checkbox', { name: 'Workload pods' }));
    expect(search().get('hpClass')).toBe('workload-pod');
    expect(names()).toEqual(['shop/web-0']);
    await user.click(screen.getByRole('checkbox', { name: 'Kernel threads' }));
    expect(names()).toEqual(['shop/web-0', 'kworker/kworker']);
  });
});

describe('filters of the table', () => {
  const count = () => screen.getByTestId('hp-groups-count');

  it('narrow down to the platform, and say so in the URL', async () => {
    const { search, back } = renderInConsole(<WithPage data={dataWithPods} />, '/n?hpPage=2');
    await userEvent.click(screen.getByRole('switch', { name: 'Only platform' }));
    expect(search().toString()).toBe('hpPlatform=1');
    expect(names()).not.toContain('shop/web-0');
    expect(names()).toContain('openshift-dns/dns-default-x');
    expect(names()).toContain('kworker/kworker');
    expect(count()).toHaveTextContent('5 process groups and pods');
    expect(count()).toHaveAttribute('aria-live', 'polite');
    act(back);
    expect(screen.getByRole('switch', { name: 'Only platform' })).not.toBeChecked();
  });

  it('are chips that are taken away one by one', async () => {
    const query = '?hpSearch=kube&hpClass=service,kernel&hpPlatform=1';
    const { search } = renderInConsole(<WithPage data={dataWithPods} />, `/n${query}`);
    expect(screen.getByTestId('hp-filter-chips')).toHaveTextContent(
      'SearchkubeClassHost servicesKernel threadsBelongs toPlatformClear all filters',
    );
    const remove = (name: string) =>
      userEvent.click(screen.getByRole('button', { name: `Remove the filter ${name}` }));
    await remove('Host services');
    expect(search().get('hpClass')).toBe('kernel');
    await remove('Platform');
    await remove('kube');
    await remove('Kernel threads');
    expect(search().toString()).toBe('');
    expect(screen.queryByTestId('hp-filter-chips')).toBeNull();
    expect(names()).toHaveLength(7);
  });

  it('are all cleared at once', async () => {
    const query = '?hpSearch=kube&hpClass=service&hpPlatform=1&hpSort=name';
    const { search } = renderInConsole(<WithPage data={dataWithPods} />, `/n${query}`);
    expect(names()).toEqual(['kubelet.service/kubelet']);
    await userEvent.click(screen.getByTestId('hp-clear-filters'));
    expect(search().toString()).toBe('hpSort=name');
    expect(screen.getByRole('textbox', { name: /^Find by name/ })).toHaveValue('');
    expect(names()).toHaveLength(7);
  });
});

describe('pods in the table', () => {
  it('stand beside groups, with what kubelet does not split, and all add up', () => {
    renderInConsole(<WithPage data={dataWithPods} />);
    expect(names()).toEqual([
      'shop/web-0',
      'openshift-dns/dns-default-x',
      'kubelet.service/kubelet',
      '/',
      'kworker/kworker',
      'crio.service/(exited)',
      'crio.service/crio',
    ]);
    const kinds = screen.getAllByTestId('hp-group-row').map(({ dataset }) => dataset.class);
    expect(kinds[0]).toBe('workload-pod');
    expect(kinds[1]).toBe('infrastructure-pod');
    expect(screen.getByTestId('hp-groups-total')).toHaveTextContent('all rows 2.50');
  });

  it('open to their namespace, what they belong to and why, and their own page', async () => {
    const { search } = renderInConsole(<WithPage data={dataWithPods} />);
    const row = screen.getAllByTestId('hp-group-row')[1]!;
    await userEvent.click(within(row).getByRole('button', { name: /Details/ }));
    const details = screen.getByTestId('hp-pod-details');
    expect(details).toHaveTextContent('Infrastructure: the namespace belongs to the platform.');
    expect(within(details).getByRole('link')).toHaveAttribute(
      'href',
      '/k8s/ns/openshift-dns/pods/dns-default-x',
    );
    expect(search().get('hpOpen')).not.toBeNull();
  });
});

describe('the menu of a row', () => {
  const open = async (name: string) => {
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: `Actions for ${name}` }));
    return user;
  };
  const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);

  it('leaves its class alone in the chart', async () => {
    const scrollIntoView = jest.fn();
    const chart = document.createElement('div');
    Object.assign(chart, { id: 'hp-chart', scrollIntoView });
    document.body.append(chart);
    const { search, back } = renderInConsole(<WithPage data={data} />);
    const user = await open('kubelet');
    await user.click(screen.getByRole('menuitem', { name: 'Show only this class in the chart' }));
    expect(search().get('hpHide')).toBe('kernel,pod');
    expect(scrollIntoView).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menuitem')).toBeNull();
    act(back);
    expect(search().get('hpHide')).toBeNull();
    chart.remove();
  });

  it('has no such thing for what the chart folds into its rest', async () => {
    renderInConsole(<WithPage data={data} layers={[]} />);
    await open('kubelet');
    expect(items()).toEqual(['Inspect in Metrics', 'Copy row']);
  });

  it('leads to the very numbers of a group, and of a pod', async () => {
    renderInConsole(<WithPage data={dataWithPods} />);
    const query = () => {
      const href =
        screen.getByRole('menuitem', { name: 'Inspect in Metrics' }).getAttribute('href') ?? '';
      expect(href).toMatch(/^\/monitoring\/query-browser\?query0=/);
      return new URL(href, 'http://console').searchParams.get('query0');
    };
    const user = await open('kubelet');
    expect(query()).toContain(
      '{instance="n1",class="service",unit="kubelet.service",groupname="kubelet"}[2m]',
    );
    await user.keyboard('{Escape}');
    await open('web-0');
    expect(query()).toContain('namespace="shop",pod="web-0"');
  });

  it('copies the row with its heads, in full precision, and says so', async () => {
    renderInConsole(<WithPage data={data} />);
    const user = await open('kubelet');
    await user.click(screen.getByRole('menuitem', { name: 'Copy row' }));
    expect(await screen.findByRole('menuitem', { name: 'Copied' })).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
    expect(await navigator.clipboard.readText()).toBe(
      'Name,Unit or namespace,Class,Cores now,Average,Min,95th percentile,Max,Share of busy\r\n' +
        'kubelet,kubelet.service,Host services,0.5,0.25,0.125,0.75,1,0.2\r\n',
    );
  });

  it('says that a browser did not let it', async () => {
    renderInConsole(<WithPage data={data} />);
    const user = await open('kubelet');
    const write = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await user.click(screen.getByRole('menuitem', { name: 'Copy row' }));
    expect(
      await screen.findByRole('menuitem', { name: 'The browser did not let it be copied' }),
    ).toBeVisible();
    write.mockRestore();
  });

  it('only copies what nobody splits', async () => {
    renderInConsole(<WithPage data={dataWithPods} layers={[]} />);
    await open('Pods, not split');
    expect(items()).toEqual(['Copy row']);
  });
});

describe('a row that opens', () => {
  const open = async () => {
    const row = screen.getAllByTestId('hp-group-row')[1]!;
    await userEvent.click(within(row).getByRole('button', { name: /Details/ }));
  };

  it('shows threads, ended ones last, counts, memory and start; asked for only then', async () => {
    const log = answerWith();
    renderInConsole(<WithPage data={data} />);
    expect(log).toEqual([]);
    await open();
    const details = await screen.findByTestId('hp-group-details');
    expect(log.map((one) => one.asked)).toEqual(['details']);
    expect(log[0]!.params.get('query')).toContain('groupname="kubelet"');
    const threads = within(details)
      .getAllByTestId('hp-thread-row')
      .map(({ dataset }) => dataset.thread);
    expect(threads).toEqual(['worker', 'main', '(exited)']);
    const fact = (id: string) => within(details).getByTestId<HTMLDataElement>(id);
    expect(fact('processes')).toHaveTextContent('3');
    expect(fact('threads')).toHaveTextContent('41');
    expect(fact('memory')).toHaveTextContent('152.6 MiB');
    expect(fact('started').value).toBe('1700000000000');
    await open();
    expect(screen.queryByTestId('hp-group-details')).toBeNull();
  });

  it('tells in its own place what went wrong, and tries again', async () => {
    answerWith({ details: failing({ code: 502, message: 'Bad Gateway' }) });
    renderInConsole(<WithPage data={data} />);
    await open();
    expect(await screen.findByText('Could not load kubelet')).toBeInTheDocument();
    answerWith();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByTestId('hp-group-details')).toBeInTheDocument();
  });
});
