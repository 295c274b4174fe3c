import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerWith, failing, knownReplies, never } from '../../testing/fake-console';
import { extentAnswer, modeAnswer, vector } from '../../testing/known-answers';
import { account, expectPanels, panels, renderTab } from '../../testing/tab-in-console';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  ...jest.requireActual<object>('@openshift-console/dynamic-plugin-sdk'),
  consoleFetchJSON: jest.fn(),
}));

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

  it.each([
    ['process-only', /Short-lived processes are not counted/],
    ['cgroups-only', /cannot see the processes/],
  ])('says what the agent cannot tell in mode %s', async (mode, text) => {
    answerWith({ mode: () => modeAnswer(mode) });
    renderTab();
    expect(await screen.findByText(text)).toBeInTheDocument();
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
});
