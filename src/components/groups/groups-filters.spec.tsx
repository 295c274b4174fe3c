import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInConsole } from '../../testing/fake-console';
import { data, dataWithPods, rowNames, GroupsOnPage } from '../../testing/groups-on-page';

describe('the search', () => {
  it('searches names and units after a pause in typing', async () => {
    const { search } = renderInConsole(<GroupsOnPage data={data} />);
    const user = userEvent.setup();
    await user.type(
      screen.getByRole('textbox', { name: 'Find by name, unit or namespace' }),
      'CRIO',
    );
    expect(search().get('hpSearch')).toBeNull();
    await waitFor(() => expect(search().get('hpSearch')).toBe('CRIO'));
    expect(rowNames()).toEqual(['crio.service/(exited)', 'crio.service/crio']);
    expect(screen.getByText('2 process groups and pods')).toHaveAttribute('aria-live', 'polite');
    expect(screen.getByTestId('hp-groups-total')).toHaveTextContent(
      'Shown rows 0.25, all rows 0.25, node busy 2.50 cores',
    );
  });

  it.each([195, 200, 205])('keeps every letter when one comes each %d ms', async (delay) => {
    const { search } = renderInConsole(<GroupsOnPage data={data} />);
    const box = screen.getByRole('textbox', { name: 'Find by name, unit or namespace' });
    await userEvent.setup({ delay }).type(box, 'kubelet');
    expect(box).toHaveValue('kubelet');
    await waitFor(() => expect(search().get('hpSearch')).toBe('kubelet'));
    expect(box).toHaveValue('kubelet');
  });

  it('lets what is being typed give way to Back', async () => {
    const { search, back } = renderInConsole(<GroupsOnPage data={data} />, '/n?hpSearch=crio');
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
    const { search } = renderInConsole(<GroupsOnPage data={data} />, '/n?hpSearch=zzz');
    expect(screen.getByText('No results found')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('hp-no-match-clear'));
    expect(search().get('hpSearch')).toBeNull();
    expect(rowNames()).toHaveLength(5);
    expect(screen.getByRole('textbox')).toHaveValue('');
  });
});

describe('filters of the table', () => {
  const count = () => screen.getByTestId('hp-groups-count');

  it('narrows down to classes, and says so in the URL', async () => {
    const { search } = renderInConsole(<GroupsOnPage data={dataWithPods} />);
    const user = userEvent.setup();
    await user.click(screen.getByTestId('hp-class-filter'));
    await user.click(screen.getByRole('checkbox', { name: 'Workload pods' }));
    expect(search().get('hpClass')).toBe('workload-pod');
    expect(rowNames()).toEqual(['shop/web-0']);
    await user.click(screen.getByRole('checkbox', { name: 'Kernel threads' }));
    expect(rowNames()).toEqual(['shop/web-0', 'kworker/kworker']);
  });

  it('narrow down to the platform, and say so in the URL', async () => {
    const { search, back } = renderInConsole(<GroupsOnPage data={dataWithPods} />, '/n?hpPage=2');
    await userEvent.click(screen.getByRole('switch', { name: 'Only platform' }));
    expect(search().toString()).toBe('hpPlatform=1');
    expect(rowNames()).not.toContain('shop/web-0');
    expect(rowNames()).toContain('openshift-dns/dns-default-x');
    expect(rowNames()).toContain('kworker/kworker');
    expect(count()).toHaveTextContent('5 process groups and pods');
    expect(count()).toHaveAttribute('aria-live', 'polite');
    act(back);
    expect(screen.getByRole('switch', { name: 'Only platform' })).not.toBeChecked();
  });

  it('are chips that are taken away one by one', async () => {
    const query = '?hpSearch=kube&hpClass=service,kernel&hpPlatform=1';
    const { search } = renderInConsole(<GroupsOnPage data={dataWithPods} />, `/n${query}`);
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
    expect(rowNames()).toHaveLength(7);
  });

  it('are all cleared at once', async () => {
    const query = '?hpSearch=kube&hpClass=service&hpPlatform=1&hpSort=name';
    const { search } = renderInConsole(<GroupsOnPage data={dataWithPods} />, `/n${query}`);
    expect(rowNames()).toEqual(['kubelet.service/kubelet']);
    await userEvent.click(screen.getByTestId('hp-clear-filters'));
    expect(search().toString()).toBe('hpSort=name');
    expect(screen.getByRole('textbox', { name: /^Find by name/ })).toHaveValue('');
    expect(rowNames()).toHaveLength(7);
  });
});
