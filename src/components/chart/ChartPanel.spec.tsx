import { renderInConsole } from '../../testing/fake-console';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { byClass, type OverTime } from '../../../prometheus/series/over-time';
import { clusterAccess } from '../../hooks/access';
import type { Asked } from '../../hooks/inquiries';
import { usePageState } from '../../hooks/usePageState';
import { chartLines } from './chart-csv';
import { ChartPanel } from './ChartPanel';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON: jest.fn() }));

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
    expect(screen.getByText('Bold line: the host, which is judged.')).toBeInTheDocument();
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
