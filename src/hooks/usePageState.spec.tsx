import { renderInConsole } from '../testing/fake-console';
import { act, screen } from '@testing-library/react';
import { usePageState, type ChangePage } from './usePageState';

let change: ChangePage;

function Probe() {
  const [page, changePage] = usePageState();
  // Handed out of the component, for the spec to call as an event handler would.
  // eslint-disable-next-line react-hooks/globals
  change = changePage;
  return <p data-test="page">{JSON.stringify(page)}</p>;
}

function page(): unknown {
  return JSON.parse(screen.getByTestId('page').textContent);
}

describe('usePageState', () => {
  it('reads the URL', () => {
    renderInConsole(<Probe />, '/n?timeRange=900000&hpSearch=crio&hpSort=name');
    expect(page()).toMatchObject({
      rangeMs: 900_000,
      search: 'crio',
      sort: { column: 'name', descending: false },
    });
  });

  it('pushes choices, so that Back undoes them, and keeps what is not ours', () => {
    const { search, back } = renderInConsole(<Probe />, '/n?other=1&hpSort=broken');
    act(() => change({ rangeMs: 900_000 }));
    expect(search().toString()).toBe('other=1&timeRange=900000');
    act(back);
    expect(search().toString()).toBe('other=1&hpSort=broken');
  });

  it('replaces while typing: Back leaves the page', () => {
    const { search, back } = renderInConsole(<Probe />, '/n?other=1');
    act(() => change({ search: 'a' }, 'replace'));
    act(() => change({ search: 'ab' }, 'replace'));
    expect(search().get('hpSearch')).toBe('ab');
    act(back);
    expect(search().toString()).toBe('');
  });
});
