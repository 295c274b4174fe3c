import { renderInConsole } from '../../testing/fake-console';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { byClass, type OverTime } from '../../../prometheus/series/over-time';
import { clusterAccess } from '../../hooks/access';
import type { Asked } from '../../hooks/inquiries';
import { usePageState } from '../../hooks/usePageState';
import { chartLines } from './chart-csv';
import { ChartPanel } from './ChartPanel';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({
  ...jest.requireActual<object>('@openshift-console/dynamic-plugin-sdk'),
  consoleFetchJSON: jest.fn(),
}));

const start = 1_700_000_000_000;
const data: OverTime = byClass(
  {
    times: [start, start + 15_000, start + 30_000],
    stepMs: 15_000,
    series: [
      { labels: { class: 'pod' }, values: [1, null, 2] },
      { labels: { class: 'kernel' }, values: [0.5, null, 0.1 + 0.2] },
    ],
  },
  undefined,
);
const asked: Asked = {
  node: 'n1',
  rangeMs: 3_600_000,
  scrapeIntervalMs: 15_000,
  endMs: start + 30_000,
  moving: false,
  subject: 'n1',
  access: clusterAccess,
};
const context = {
  brief: false,
  agentNamespace: undefined,
  showHour: jest.fn(),
  showRange: jest.fn(),
};

function WithPage() {
  const [page, change] = usePageState();
  return (
    <ChartPanel
      state={{ kind: 'ready', data, refreshing: false, warnings: [] }}
      windowMs={60_000}
      limits={{ capacity: 4, reserved: 64, judged: 'host' }}
      asked={asked}
      page={page}
      change={change}
      context={context}
    />
  );
}

describe('the panel of the chart', () => {
  it('hides a layer, says how many are hidden, and keeps it in the URL', async () => {
    const { search } = renderInConsole(<WithPage />);
    const legend = screen.getByTestId('hp-chart-legend');
    const pods = within(legend).getByRole('button', { name: 'Pods, not split' });
    expect(pods).toHaveAttribute('aria-pressed', 'true');
    expect(
      screen.getByText('Bold line: the host, which is judged against the reservation.'),
    ).toBeInTheDocument();
    await userEvent.click(pods);
    expect(search().get('hpHide')).toBe('pod');
    expect(pods).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByText('1 hidden')).toBeInTheDocument();
    expect(screen.queryByText(/Bold line/)).toBeNull();
    await userEvent.click(pods);
    expect(search().get('hpHide')).toBeNull();
  });

  it('tells a reservation that lies far above the scale', () => {
    renderInConsole(<WithPage />);
    expect(screen.getByText('Reserved 64.00 cores lies above this scale')).toBeInTheDocument();
  });

  it('chooses what the layers are and how many, and forgets what was hidden', async () => {
    const { search } = renderInConsole(<WithPage />, '/n?hpHide=kernel');
    const user = userEvent.setup();
    expect(screen.queryByTestId('hp-chart-top')).toBeNull();
    await user.click(screen.getByTestId('hp-chart-by'));
    await user.click(screen.getByRole('option', { name: 'By unit' }));
    expect(search().toString()).toBe('hpBy=unit');
    await user.click(screen.getByTestId('hp-chart-top'));
    await user.click(screen.getByRole('option', { name: 'Top 15' }));
    expect(search().get('hpTop')).toBe('15');
  });

  it('leads to the very query of what is chosen', () => {
    renderInConsole(<WithPage />, '/n?hpBy=group&hpTop=5');
    const href = screen.getByTestId('hp-chart-inspect').getAttribute('href') ?? '';
    const query = new URL(href, 'http://console').searchParams.get('query0');
    expect(query).toContain('topk(5, sum by (class, unit, groupname)');
  });

  it('reads as a table: moments, what is judged and every layer, in full precision', async () => {
    renderInConsole(<WithPage />);
    await userEvent.click(screen.getByRole('button', { name: 'View as table' }));
    const table = screen.getByRole('grid', { name: 'CPU over time, in cores' });
    const heads = within(table).getAllByRole('columnheader');
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'Time',
      'Total',
      'Host',
      'Kernel threads',
      'Pods, not split',
    ]);
    const rows = screen.getAllByTestId('hp-chart-table-row');
    const values = rows.map((row) =>
      [...row.querySelectorAll('data')].map(({ value }) => Number(value)),
    );
    expect(values).toEqual([[1.5, 0.5, 0.5, 1], [], [2 + (0.1 + 0.2), 0.1 + 0.2, 0.1 + 0.2, 2]]);
    expect(rows[1]).toHaveTextContent('No data');
    await userEvent.click(screen.getByRole('button', { name: 'View as chart' }));
    expect(screen.queryByTestId('hp-chart-table')).toBeNull();
  });

  it('says that it is zoomed, and goes back', async () => {
    const { search } = renderInConsole(
      <WithPage />,
      `/n?timeRange=900000&endTime=${start}&hpZoom=7200000`,
    );
    expect(screen.getByText(/^Zoomed to Nov 1[45]/)).toHaveAttribute('role', 'status');
    await userEvent.click(screen.getByRole('button', { name: 'Reset zoom' }));
    expect(search().toString()).toBe('timeRange=7200000');
    expect(screen.queryByRole('button', { name: 'Reset zoom' })).toBeNull();
  });

  it('says which moment is pinned, and unpins it', async () => {
    const { search } = renderInConsole(<WithPage />, `/n?hpPin=${start}`);
    expect(screen.getByTestId('hp-chart-pinned')).toHaveTextContent(/^Pinned: Nov 1[45]/);
    await userEvent.click(screen.getByRole('button', { name: /^Unpin/ }));
    expect(search().get('hpPin')).toBeNull();
  });

  it('shows one layer alone by Alt and click', async () => {
    const { search } = renderInConsole(<WithPage />);
    const user = userEvent.setup();
    await user.keyboard('{Alt>}');
    await user.click(screen.getByRole('button', { name: 'Kernel threads' }));
    expect(search().get('hpHide')).toBe('pod');
  });

  it('exports what is on show: moments in UTC, full precision, gaps empty', () => {
    const t = ((key: string) => key) as unknown as Parameters<typeof chartLines>[0];
    expect(chartLines(t, data, ['pod'])).toEqual([
      ['Time', 'Kernel threads'],
      ['2023-11-14T22:13:20.000Z', 0.5],
      ['2023-11-14T22:13:35.000Z', undefined],
      ['2023-11-14T22:13:50.000Z', 0.1 + 0.2],
    ]);
  });
});
