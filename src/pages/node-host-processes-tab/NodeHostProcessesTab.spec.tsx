import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerWith, knownReplies, never } from '../../testing/fake-console';
import { classCores, extentAnswer } from '../../testing/known-answers';
import { account, expectPanels, renderTab } from '../../testing/tab-in-console';
import NodeHostProcessesTab from './NodeHostProcessesTab';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  ...jest.requireActual<object>('@openshift-console/dynamic-plugin-sdk'),
  consoleFetchJSON: jest.fn(),
}));

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

  it('keeps showing what is stored of a node that is gone, and says so', async () => {
    answerWith();
    const { rerender } = renderTab();
    await expectPanels('ready');
    expect(screen.queryByTestId('hp-node-gone')).toBeNull();
    rerender(<NodeHostProcessesTab />);
    expect(screen.getByTestId('hp-node-gone')).toHaveTextContent('This node no longer exists');
    expect(account().getByTestId('hp-account-busy')).toHaveTextContent('2.52');
  });
});
