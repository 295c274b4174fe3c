import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Trends } from '../../../prometheus/series/trends';
import { renderInConsole } from '../../testing/fake-console';
import { data, dataWithPods, groupsOf, rowNames, GroupsOnPage } from '../../testing/groups-on-page';

describe('the table of groups', () => {
  it('has a row a group, largest first, with exact values', () => {
    renderInConsole(<GroupsOnPage data={data} />);
    expect(rowNames()).toEqual([
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
    renderInConsole(<GroupsOnPage data={data} />);
    const shares = screen.getAllByTestId('share').map(({ dataset }) => Number(dataset.value));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(screen.getByTestId('hp-groups-total')).toHaveTextContent(
      'Shown rows 2.50, all rows 2.50, node busy 2.50 cores',
    );
  });

  it('sorts by a column, and the other way on the second click, and keeps it in the URL', async () => {
    const { search } = renderInConsole(<GroupsOnPage data={data} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(search().get('hpSort')).toBe('name');
    expect(rowNames()[0]).toBe('crio.service/(exited)');
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(search().get('hpSort')).toBe('-name');
    await user.click(screen.getByRole('button', { name: 'Max' }));
    expect(search().get('hpSort')).toBe('-max');
    expect(rowNames()[1]).toBe('kubelet.service/kubelet');
    expect(screen.getByRole('columnheader', { name: 'Max' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });

  it('sorts without heads, too, for narrow pages', async () => {
    const { search } = renderInConsole(<GroupsOnPage data={data} />);
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

  it('shows pages, and the rows of all of them in the total', async () => {
    const rows = groupsOf(Array.from({ length: 45 }, () => ({ now: 1 })));
    const { search } = renderInConsole(<GroupsOnPage data={{ rows, busy: 45 }} />);
    expect(rowNames()).toHaveLength(20);
    expect(screen.getByTestId('hp-groups-total')).toHaveTextContent(
      'Shown rows 20.00, all rows 45.00, node busy 45.00 cores',
    );
    await userEvent.click(screen.getAllByRole('button', { name: 'Next page' })[0]!);
    expect(search().get('hpPage')).toBe('2');
    expect(rowNames()[0]).toBe('u.service/g20');
  });

  it('says what is missing instead of a zero', () => {
    const rows = groupsOf([{ name: 'gone', average: 0.5 }]);
    renderInConsole(<GroupsOnPage data={{ rows }} />);
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
    renderInConsole(<GroupsOnPage data={{ rows }} />);
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
    renderInConsole(<GroupsOnPage data={{ rows }} />);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('has a trend a row, and says where there is too little data for one', () => {
    const rows = groupsOf([{ now: 2 }, { now: 1 }]);
    const trends: Trends = new Map([['0', [1, 2, null, 3]]]);
    renderInConsole(<GroupsOnPage data={{ rows }} trends={trends} />);
    expect(screen.getAllByTestId('trend')).toHaveLength(1);
    expect(screen.getByText('Not enough data for a trend')).toBeInTheDocument();
  });
});

describe('pods in the table', () => {
  it('stand beside groups, with what kubelet does not split, and all add up', () => {
    renderInConsole(<GroupsOnPage data={dataWithPods} />);
    expect(rowNames()).toEqual([
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
    const { search } = renderInConsole(<GroupsOnPage data={dataWithPods} />);
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
