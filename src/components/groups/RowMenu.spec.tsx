import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInConsole } from '../../testing/fake-console';
import { data, dataWithPods, GroupsOnPage } from '../../testing/groups-on-page';

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
    const { search, back } = renderInConsole(<GroupsOnPage data={data} />);
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
    renderInConsole(<GroupsOnPage data={data} layers={[]} />);
    await open('kubelet');
    expect(items()).toEqual(['Inspect in Metrics', 'Copy row']);
  });

  it('leads to the very numbers of a group, and of a pod', async () => {
    renderInConsole(<GroupsOnPage data={dataWithPods} />);
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
    renderInConsole(<GroupsOnPage data={data} />);
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
    renderInConsole(<GroupsOnPage data={data} />);
    const user = await open('kubelet');
    const write = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await user.click(screen.getByRole('menuitem', { name: 'Copy row' }));
    expect(
      await screen.findByRole('menuitem', { name: 'The browser did not let it be copied' }),
    ).toBeVisible();
    write.mockRestore();
  });

  it('only copies what nobody splits', async () => {
    renderInConsole(<GroupsOnPage data={dataWithPods} layers={[]} />);
    await open('Pods, not split');
    expect(items()).toEqual(['Copy row']);
  });
});
