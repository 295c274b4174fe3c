import { renderInConsole } from '../../testing/fake-console';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { groupRowsOf, type GroupTableData } from '../../../prometheus/series/group-rows';
import { usePageState } from '../../hooks/usePageState';
import { groupsAnswer } from '../../testing/known-answers';
import { Groups } from './Groups';

const data = groupRowsOf(groupsAnswer.data.result);

function WithPage({ data: shown }: { data: GroupTableData }) {
  const [page, change] = usePageState();
  return <Groups data={shown} page={page} change={change} />;
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
    expect(['now', 'average', 'min', 'max'].map(value)).toEqual(['0.5', '0.25', '0.125', '1']);
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
      screen.getAllByRole('columnheader').map(({ textContent }) => textContent),
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
    await user.type(screen.getByRole('textbox', { name: 'Find by name or unit' }), 'CRIO');
    expect(search().get('hpSearch')).toBeNull();
    await waitFor(() => expect(search().get('hpSearch')).toBe('CRIO'));
    expect(names()).toEqual(['crio.service/(exited)', 'crio.service/crio']);
    expect(screen.getByText('2 process groups')).toHaveAttribute('aria-live', 'polite');
    expect(screen.getByTestId('hp-groups-total')).toHaveTextContent(
      'Shown rows 0.25, all rows 0.25, node busy 2.50 cores',
    );
  });

  it.each([195, 200, 205])('keeps every letter when one comes each %d ms', async (delay) => {
    const { search } = renderInConsole(<WithPage data={data} />);
    const box = screen.getByRole('textbox', { name: 'Find by name or unit' });
    await userEvent.setup({ delay }).type(box, 'kubelet');
    expect(box).toHaveValue('kubelet');
    await waitFor(() => expect(search().get('hpSearch')).toBe('kubelet'));
    expect(box).toHaveValue('kubelet');
  });

  it('lets what is being typed give way to Back', async () => {
    const { search, back } = renderInConsole(<WithPage data={data} />, '/n?hpSearch=crio');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Name' }));
    const box = screen.getByRole('textbox', { name: 'Find by name or unit' });
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
    await userEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(search().get('hpSearch')).toBeNull();
    expect(names()).toHaveLength(5);
    expect(screen.getByRole('textbox')).toHaveValue('');
  });

  it('shows pages, and the rows of all of them in the total', async () => {
    const rows = Array.from({ length: 45 }, (_, i) => ({
      key: String(i),
      groupname: `g${i}`,
      class: 'service',
      unit: 'u.service',
      now: 1,
    }));
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
    const rows = [{ key: 'k', groupname: 'gone', class: 'service', unit: 'u', average: 0.5 }];
    renderInConsole(<WithPage data={{ rows }} />);
    const row = screen.getByTestId('hp-group-row');
    expect(within(row).queryByTestId('now')).toBeNull();
    expect(within(row).getByTestId('now-missing')).toHaveTextContent('No data');
    expect(within(row).queryByTestId('share')).toBeNull();
    expect(within(row).getByTestId('share-missing')).toHaveTextContent('No data');
  });

  it('does not repeat a unit that is called as its only group', () => {
    const rows = [
      { key: 'k', groupname: 'rcu', class: 'kernel', unit: 'rcu', now: 1 },
      { key: 's', groupname: 'bash', class: 'session', unit: 'session', now: 1 },
    ];
    renderInConsole(<WithPage data={{ rows }} />);
    expect(screen.getAllByText('rcu')).toHaveLength(1);
    expect(screen.getByText('session')).toBeVisible();
  });

  it.each([
    ['(exited)', /Counted exactly, by the unit's own counter/],
    ['(other)', /folded together/],
    ['(unattributed)', /no unit and no thread explains/],
    ['(root)', /outside any systemd unit or cgroup/],
  ])('explains %s', async (name, text) => {
    const rows = [
      { key: 'e', groupname: '(exited)', class: 'service', unit: '(root)', now: 1 },
      { key: 'o', groupname: '(other)', class: 'service', unit: 'a.service', now: 1 },
      {
        key: 'u',
        groupname: '(unattributed)',
        class: 'unattributed',
        unit: '(unattributed)',
        now: 1,
      },
    ];
    renderInConsole(<WithPage data={{ rows }} />);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(await screen.findByText(text)).toBeVisible();
  });
});
