import {
  answerWith,
  failing,
  knownReplies,
  never,
  renderInConsole,
} from '../../testing/fake-console';
import { consoleFetchJSON, type NodeKind } from '@openshift-console/dynamic-plugin-sdk';
import {
  act,
  cleanup,
  screen,
  waitFor,
  within,
  type BoundFunctions,
  type queries,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { classCores, extentAnswer, modeAnswer, vector } from '../../testing/known-answers';
import NodeHostProcessesTab from './NodeHostProcessesTab';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  ...jest.requireActual<object>('@openshift-console/dynamic-plugin-sdk'),
  consoleFetchJSON: jest.fn(),
}));

const node: NodeKind = { metadata: { name: 'n1' }, spec: {} };
const panels = ['hp-account', 'hp-reservation', 'hp-chart', 'hp-groups'];

function renderTab(query = '', obj = node) {
  return renderInConsole(<NodeHostProcessesTab obj={obj} />, `/k8s/cluster/nodes/n1/x${query}`);
}

async function expectPanels(state: string): Promise<void> {
  await waitFor(() => {
    for (const id of panels) expect(screen.getByTestId(id)).toHaveAttribute('data-state', state);
  });
}

function account(): BoundFunctions<typeof queries> {
  return within(screen.getByTestId('hp-account'));
}

afterEach(() => {
  localStorage.clear();
  delete (globalThis as { SERVER_FLAGS?: unknown }).SERVER_FLAGS;
});

describe('the tab with data', () => {
  it('shows account, chart and groups; rows add up to the headline', async () => {
    answerWith();
    renderTab();
    await expectPanels('ready');
    const rows = account().getAllByTestId('hp-account-row');
    const now = rows
      .filter((row) => row.hasAttribute('data-class'))
      .map((row) => within(row).getByTestId<HTMLDataElement>('now').value);
    expect(now).toHaveLength(11);
    const sum = now.reduce((total, value) => total + Number(value), 0);
    expect(sum).toBeCloseTo(2.52, 12);
    expect(Number(account().getByTestId<HTMLDataElement>('hp-account-busy').value)).toBe(sum);
    expect(account().getByTestId('hp-account-busy')).toHaveTextContent('2.52');
    expect(account().getByText('of 4 cores in use')).toBeInTheDocument();
    const kernel = rows.find((row) => row.dataset.class === 'kernel')!;
    expect(within(kernel).getByTestId<HTMLDataElement>('average').value).toBe(
      String(classCores.kernel![1]),
    );
  });

  it('hides I/O wait and steal while there is none, and shows idle', async () => {
    answerWith();
    renderTab();
    await expectPanels('ready');
    const modes = account()
      .getAllByTestId('hp-account-row')
      .flatMap((row) => row.dataset.mode ?? []);
    expect(modes).toEqual(['idle']);
  });

  it('is in percent of the node when one wants it so, all of it', async () => {
    answerWith();
    renderTab();
    await expectPanels('ready');
    const tab = screen.getByTestId('hp-tab');
    const told = () =>
      [...tab.querySelectorAll('*')].flatMap((element) => [
        element.childElementCount === 0 ? element.textContent : null,
        element.getAttribute('aria-label'),
        element.getAttribute('aria-valuetext'),
      ]);
    const inCores = () => new Set(told().filter((text) => /\bcores\b/i.test(text ?? '')));
    const numbers = () =>
      [...tab.querySelectorAll('data')].filter(({ dataset }) => dataset.test !== undefined);
    expect(numbers().some(({ textContent }) => textContent.endsWith('%'))).toBe(false);
    expect(inCores().size).toBeGreaterThan(5);
    const now = () =>
      within(screen.getAllByTestId('hp-group-row')[0]!).getByTestId<HTMLDataElement>('now');
    const { value } = now();

    await userEvent.click(screen.getByRole('button', { name: '% of node' }));
    expect(numbers().filter(({ textContent }) => !textContent.endsWith('%'))).toEqual([]);
    expect(now().value).toBe(value);
    expect(now()).toHaveTextContent(`${((Number(value) / 4) * 100).toFixed(1)}%`);
    expect(screen.getByRole('columnheader', { name: '% of node now' })).toBeInTheDocument();
    // How large the node is stays what it is; the toolbar's own button is the way back.
    expect([...inCores()]).toEqual(['Cores', 'of 4 cores in use']);
    await userEvent.click(screen.getByRole('button', { name: 'Cores' }));
    expect(now()).toHaveTextContent(Number(value).toFixed(2));
  });

  it('asks only about this node, in windows of four scrapes', async () => {
    const asked = answerWith();
    renderTab();
    await expectPanels('ready');
    const { params } = asked.find((one) => one.asked === 'account')!;
    expect(params.get('query')).toContain('{instance="n1"}[2m]');
    expect(params.get('query')).toContain('{instance="n1"}[1h]');
  });

  it('asks six queries for its picture, and six at a refresh', async () => {
    const queries = () =>
      jest.mocked(consoleFetchJSON).mock.calls.filter(([address]) => address.includes('query='));
    jest.mocked(consoleFetchJSON).mockClear();
    answerWith();
    renderTab('?refreshInterval=0');
    await expectPanels('ready');
    await waitFor(() =>
      expect(screen.getByTestId('hp-account')).toHaveAttribute('aria-busy', 'false'),
    );
    expect(queries()).toHaveLength(6);
    jest.mocked(consoleFetchJSON).mockClear();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 30_000);
    await userEvent.click(screen.getByTestId('hp-refresh'));
    await userEvent.click(screen.getByRole('option', { name: 'Refresh every 1 minute' }));
    await waitFor(() => expect(queries()).toHaveLength(6));
    clock.mockRestore();
  });

  it('asks for the table before it knows what part of the range has data', async () => {
    const asked = answerWith({ extent: never });
    renderTab();
    await waitFor(() => expect(asked.some((one) => one.asked === 'groups')).toBe(true));
    // The installation is asked for once, by whoever is first.
    const about = asked.map((one) => one.asked).filter((one) => one !== 'installation');
    expect(about).toEqual(['extent', 'groups', 'pods']);
    expect(screen.getByTestId('hp-groups')).toHaveAttribute('data-state', 'loading');
  });

  it('asks for the table again where only a part of the range has data', async () => {
    const time = 1_700_000_000;
    const asked = answerWith({ extent: () => extentAnswer({ first: time - 1800, last: time }) });
    renderTab(`?endTime=${time}000`);
    await expectPanels('ready');
    const averages = asked
      .filter((one) => one.asked === 'groups')
      .map(({ params }) => /\[(1h|30m)\]/.exec(params.get('query') ?? '')?.[1]);
    expect(averages).toEqual(['1h', '30m']);
  });

  it('averages exactly over a pinned range, to its end', async () => {
    const asked = answerWith();
    renderTab('?endTime=1700000000123&timeRange=75250');
    await expectPanels('ready');
    expect(screen.getByText(/^CPU account at Nov 1[45], /)).toBeInTheDocument();
    const { params } = asked.find((one) => one.asked === 'account')!;
    expect(params.get('time')).toBe('1700000000.123');
    expect(params.get('query')).toContain('[1m15s250ms]');
    expect(screen.getByRole('heading', { name: /^CPU account at / })).toBeInTheDocument();
    expect(screen.getByTestId('hp-refresh')).toHaveTextContent('Refresh off');
  });

  it('averages from where data begins, and says so', async () => {
    const time = 1_700_000_000;
    const asked = answerWith({ extent: () => extentAnswer({ first: time - 1800, last: time }) });
    renderTab(`?endTime=${time}000`);
    await expectPanels('ready');
    expect(asked.find((one) => one.asked === 'account')!.params.get('query')).toContain('[30m]');
    expect(screen.getByText(/^Data from .*, 30 minutes$/)).toBeInTheDocument();
  });

  /** Data ends ten minutes before the end of the range. */
  const stopped = (params: URLSearchParams) => {
    const time = Number(params.get('time'));
    return extentAnswer({ first: time - 86_400, last: time - 600 });
  };

  it('shows the last numbers of an agent that fell silent, and says so', async () => {
    const asked = answerWith({ extent: stopped });
    renderTab();
    await expectPanels('ready');
    expect(screen.getByTestId('hp-agent-silent')).toHaveTextContent(
      'The agent stopped reporting 10 minutes ago',
    );
    const [extent, account] = (['extent', 'account'] as const).map((name) =>
      Number(asked.find((one) => one.asked === name)!.params.get('time')),
    );
    expect(extent! % 15).toBe(0);
    expect(account).toBe(extent! - 600);
    expect(screen.getByRole('link', { name: 'View agent pods' })).toHaveAttribute(
      'href',
      '/k8s/ns/host-processes/pods',
    );
  });

  it('does not say that an agent stopped just now when the range lies in the past', async () => {
    answerWith({ extent: stopped });
    renderTab('?endTime=1700000000000');
    await expectPanels('ready');
    expect(screen.queryByTestId('hp-agent-silent')).toBeNull();
  });

  it("shows Prometheus' warnings in the panel they belong to", async () => {
    answerWith({
      account: () => ({
        ...(knownReplies.account(new URLSearchParams(), undefined, '') as object),
        warnings: ['store x is gone'],
      }),
    });
    renderTab();
    await expectPanels('ready');
    expect(account().getByText(/Some data may be missing/)).toBeInTheDocument();
    expect(within(screen.getByTestId('hp-groups')).queryByText(/Some data/)).toBeNull();
  });

  it('keeps old data, marked as such, while another range loads', async () => {
    const replies = { ...knownReplies };
    answerWith(replies);
    renderTab();
    await expectPanels('ready');
    const user = userEvent.setup();
    // From now on nothing is answered any more.
    answerWith({ extent: never });
    await user.click(screen.getByTestId('hp-range'));
    await user.click(screen.getByRole('option', { name: 'Last 6 hours' }));
    await waitFor(() =>
      expect(screen.getByTestId('hp-account')).toHaveAttribute('aria-busy', 'true'),
    );
    expect(screen.getByTestId('hp-account')).toHaveAttribute('data-state', 'ready');
    expect(account().getByTestId('hp-account-busy')).toHaveTextContent('2.52');
    expect(screen.getByText('Updating')).toBeInTheDocument();
  });

  it('puts a chosen range into the URL; Back undoes it', async () => {
    answerWith();
    const { search, back } = renderTab('?tab=kept&endTime=1700000000000');
    await expectPanels('ready');
    const user = userEvent.setup();
    await user.click(screen.getByTestId('hp-range'));
    await user.click(screen.getByRole('option', { name: 'Last 2 weeks' }));
    expect(search().toString()).toBe('tab=kept&timeRange=1209600000');
    act(back);
    expect(search().toString()).toBe('tab=kept&endTime=1700000000000');
    await waitFor(() =>
      expect(screen.getByTestId('hp-account')).toHaveAttribute('aria-busy', 'false'),
    );
  });

  it('shows account and table at a pinned moment, averaged up to it; Back unpins', async () => {
    const asked = answerWith();
    const pin = 1_700_000_000_000 - 600_000;
    const { search, back } = renderTab(`?endTime=1700000000000`);
    await expectPanels('ready');
    const user = userEvent.setup();
    const slider = await screen.findByRole('slider');
    const [range] = asked.filter((one) => one.asked === 'overTime');
    slider.focus();
    await user.keyboard('{End}{Enter}');
    expect(Number(search().get('hpPin'))).toBe(Number(range!.params.get('end')) * 1000);
    act(back);
    expect(search().get('hpPin')).toBeNull();
    cleanup();
    const later = answerWith();
    renderTab(`?endTime=1700000000000&hpPin=${pin}`);
    await expectPanels('ready');
    for (const name of ['account', 'groups', 'pods'] as const) {
      const times = later
        .filter((one) => one.asked === name)
        .map(({ params }) => params.get('time'));
      expect(times).toContain(String(pin / 1000));
    }
    const [table] = later.filter((one) => one.asked === 'groups');
    expect(table!.params.get('query')).toContain('[50m]');
    const judged = later.filter((one) => one.asked === 'judged');
    expect(judged.map(({ params }) => params.get('time') ?? params.get('end'))).not.toContain(
      String(pin / 1000),
    );
    expect(screen.getByRole('heading', { name: /^CPU account at / })).toBeInTheDocument();
    expect(screen.getByTestId('hp-groups-pinned')).toBeInTheDocument();
  });

  it('marks the rows of the class that the legend points at', async () => {
    answerWith();
    renderTab();
    await expectPanels('ready');
    const user = userEvent.setup();
    const legend = within(screen.getByTestId('hp-chart-legend'));
    await user.hover(legend.getByRole('button', { name: 'Kernel threads' }));
    const lit = [...document.querySelectorAll('.host-processes__lit-row [data-test=hp-group-row]')];
    expect(lit.length).toBeGreaterThan(0);
    expect(lit.every((row) => (row as HTMLElement).dataset.class === 'kernel')).toBe(true);
    const kernels = document.querySelectorAll('[data-test=hp-group-row][data-class=kernel]');
    expect(lit).toHaveLength(kernels.length);
    await user.unhover(legend.getByRole('button', { name: 'Kernel threads' }));
    expect(document.querySelector('.host-processes__lit-row')).toBeNull();
  });

  it('shows the columns that somebody wants, and remembers them', async () => {
    answerWith();
    const { unmount } = renderTab();
    await expectPanels('ready');
    const heads = () =>
      within(screen.getByRole('grid', { name: 'Process groups and pods' }))
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent);
    expect(heads()).toContain('Min');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('checkbox', { name: 'Min' }));
    await user.click(screen.getByRole('checkbox', { name: 'Trend' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(heads()).toEqual([
      'Open the row',
      'Name',
      'Class',
      'Cores now',
      'Average',
      '95th percentile',
      'Max',
      'Share of busy',
      'Actions',
    ]);
    unmount();
    renderTab();
    await expectPanels('ready');
    expect(heads()).not.toContain('Min');
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('button', { name: 'Restore default columns' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(heads()).toContain('Min');
  });

  it.each([
    ['process-only', /Short-lived processes are not counted/],
    ['cgroups-only', /cannot see the processes/],
  ])('says what the agent cannot tell in mode %s', async (mode, text) => {
    answerWith({ mode: () => modeAnswer(mode) });
    renderTab();
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('keeps showing what is stored of a node that is gone, and says so', async () => {
    answerWith();
    const { rerender } = renderTab();
    await expectPanels('ready');
    expect(screen.queryByTestId('hp-node-gone')).toBeNull();
    rerender(<NodeHostProcessesTab />);
    expect(screen.getByTestId('hp-node-gone')).toHaveTextContent('This node no longer exists');
    expect(account().getByTestId('hp-account-busy')).toHaveTextContent('2.52');
  });

  it('starts anew for another node', async () => {
    const asked = answerWith();
    const other = { ...node, metadata: { name: 'n2' } };
    renderTab('', other);
    await expectPanels('ready');
    const queries = asked.flatMap(({ params }) => params.get('query') ?? []);
    expect(queries.length).toBeGreaterThan(3);
    expect(queries.every((query) => query.includes('instance="n2"'))).toBe(true);
  });
});

describe('the tab without data', () => {
  const noData = () => vector([]);

  it('is loading until there is an answer', async () => {
    const asked = answerWith({ extent: never, overTime: never });
    renderTab();
    await waitFor(() => expect(asked.map((one) => one.asked)).toContain('extent'));
    await expectPanels('loading');
    expect(screen.getByTestId('hp-account')).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByText('Loading CPU account')).toBeInTheDocument();
  });

  it('says that no agent reports, once in full', async () => {
    answerWith({
      extent: noData,
      whereabouts: noData,
      overTime: () => ({ status: 'success', data: { resultType: 'matrix', result: [] } }),
    });
    renderTab();
    await expectPanels('empty');
    expect(screen.getAllByText('No data from host processes yet')).toHaveLength(panels.length);
    expect(screen.getAllByText(/has not reported on this cluster/)).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Check installation' })).toBeInTheDocument();
  });

  it.each([
    [3, 'The agent reports from 3 other nodes.'],
    [1, 'The agent reports from 1 other node.'],
  ])('says that no agent is here, but %d elsewhere', async (nodes, text) => {
    answerWith({ extent: noData, whereabouts: () => extentAnswer({ nodes }) });
    renderTab();
    await expectPanels('empty');
    expect(account().getByText('No agent on this node')).toBeInTheDocument();
    expect(account().getByText(text, { exact: false })).toBeInTheDocument();
  });

  it('offers the range that has data', async () => {
    const [first, last] = [1_700_000_000, 1_700_007_200];
    answerWith({ extent: noData, whereabouts: () => extentAnswer({ nodes: 3, first, last }) });
    const { search } = renderTab();
    await expectPanels('empty');
    expect(account().getByText('No data in this time range')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show the available range' }));
    expect(search().get('endTime')).toBe(`${last}000`);
    expect(search().get('timeRange')).toBe('7200000');
  });

  it('says that the agent has only just started', async () => {
    answerWith({
      account: noData,
      groups: noData,
      overTime: () => ({ status: 'success', data: { resultType: 'matrix', result: [] } }),
    });
    renderTab();
    await waitFor(() =>
      expect(screen.getByTestId('hp-groups')).toHaveAttribute('data-state', 'empty'),
    );
    expect(account().getByText(/has just started on this node/)).toBeInTheDocument();
  });

  it('names the role to a user without it', async () => {
    answerWith({ extent: failing({ code: 403, message: 'Forbidden' }) });
    renderTab();
    await expectPanels('denied');
    expect(account().getByText(/cluster-monitoring-view/)).toBeInTheDocument();
    expect(account().getByText(/the role view in the namespace host-processes/)).toBeVisible();
    expect(screen.getAllByText('You do not have access to these metrics')).toHaveLength(
      panels.length,
    );
  });

  it("shows all that the agent knows to who may only view the agent's namespace", async () => {
    const log = answerWith({
      extent: (params, signal, path) => {
        if (!path.includes('tenancy')) {
          throw Object.assign(new Error('Forbidden'), { code: 403 });
        }
        return knownReplies.extent(params, signal, path);
      },
    });
    renderTab();
    await expectPanels('ready');
    expect(screen.getByTestId('hp-pods-not-split')).toHaveAttribute('data-because', 'denied');
    // Before it is known that this is denied, the table is asked for as well.
    const denied = log.filter(({ path }) => path.startsWith('/api/prometheus/'));
    expect(denied.map((one) => one.asked).sort()).toEqual(['extent', 'groups', 'pods']);
    const after = log.filter(({ path }) => path.startsWith('/api/prometheus-tenancy/'));
    expect(after.map((one) => one.asked).sort()).toEqual([
      'account',
      'extent',
      'groupTrends',
      'groups',
      'judged',
      'mode',
      'overTime',
      'reservation',
    ]);
    for (const { params } of after) {
      expect(params.get('namespace')).toBe('host-processes');
      expect(params.get('query')).not.toContain('container_cpu');
    }
    expect(screen.getByTestId('hp-judged')).toHaveAttribute('data-judged', 'host');
  });

  it('shows the host without kubelet, and says why pods are in one piece', async () => {
    const failed = failing({ code: 422, message: '', json: { error: 'too many samples' } });
    answerWith({ podKinds: failed, pods: failed, podsOverTime: failed, podTrends: failed });
    renderTab();
    await expectPanels('ready');
    expect(screen.getByTestId('hp-pods-not-split')).toHaveTextContent('too many samples');
    expect(account().getByTestId('hp-account-busy')).toHaveTextContent('2.52');
  });

  it('tells what failed, and tries again when told to', async () => {
    answerWith({ extent: failing({ code: 502, message: 'Bad Gateway' }) });
    renderTab();
    await expectPanels('unavailable');
    expect(account().getByText('Could not load CPU account')).toBeInTheDocument();
    expect(account().getByText('Bad Gateway')).toBeInTheDocument();
    answerWith();
    await userEvent.click(account().getByRole('button', { name: 'Retry' }));
    await expectPanels('ready');
  });

  it('shows that it tries again until the answer comes', async () => {
    answerWith({ groups: failing({ code: 502, message: 'Bad Gateway' }) });
    renderTab('?refreshInterval=0');
    const panel = screen.getByTestId('hp-groups');
    await waitFor(() => expect(panel).toHaveAttribute('data-state', 'unavailable'));
    expect(panel).toHaveAttribute('aria-busy', 'false');
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    answerWith({
      groups: async () => {
        await slow;
        throw new Error('still bad');
      },
    });
    const retry = () => within(panel).getByRole('button', { name: /Retry/ });
    await userEvent.click(retry());
    expect(panel).toHaveAttribute('aria-busy', 'true');
    expect(retry()).toHaveAttribute('aria-disabled', 'true');
    expect(retry()).toHaveFocus();
    answer();
    expect(await within(panel).findByText('still bad')).toBeInTheDocument();
    expect(panel).toHaveAttribute('aria-busy', 'false');
    expect(retry()).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('fails in one panel without touching the others', async () => {
    answerWith({
      groups: failing({ code: 422, message: '', json: { error: 'too many samples' } }),
    });
    renderTab();
    await waitFor(() =>
      expect(screen.getByTestId('hp-groups')).toHaveAttribute('data-state', 'unavailable'),
    );
    expect(screen.getByText('too many samples')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByTestId('hp-account')).toHaveAttribute('data-state', 'ready'),
    );
  });

  it('offers a shorter range when the query took too long', async () => {
    answerWith({ extent: failing({ url: '/x', ms: 60_000, message: 'timed out' }) });
    const { search } = renderTab('?timeRange=1209600000');
    await expectPanels('timeout');
    await userEvent.click(account().getByRole('button', { name: 'Show 1 hour' }));
    expect(search().get('timeRange')).toBeNull();
  });

  it('knows a console whose proxy leads nowhere', async () => {
    answerWith({ extent: failing({ code: 404, message: 'Not Found' }) });
    renderTab();
    await expectPanels('absent');
    expect(account().getByText('Monitoring is not available')).toBeInTheDocument();
  });

  it('asks nothing when the console has no monitoring', () => {
    const asked = answerWith();
    Object.assign(globalThis, { SERVER_FLAGS: { basePath: '/', prometheusBaseURL: '' } });
    renderTab();
    expect(screen.getByTestId('hp-tab')).toHaveAttribute('data-state', 'absent');
    expect(screen.getByText('Monitoring is not available')).toBeInTheDocument();
    expect(asked).toEqual([]);
  });

  it('asks nothing about Windows nodes', () => {
    const asked = answerWith();
    renderTab('', {
      ...node,
      status: { nodeInfo: { operatingSystem: 'windows', architecture: 'amd64' } },
    });
    expect(screen.getByTestId('hp-tab')).toHaveAttribute('data-state', 'windows');
    expect(screen.getByText('Not available for Windows nodes')).toBeInTheDocument();
    expect(asked).toEqual([]);
  });
});
