import { renderInConsole } from '../../testing/fake-console';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { byClass } from '../../../prometheus/series/over-time';
import { setElementWidth } from '../../testing/browser-parts';
import { createHighlight, HighlightContext } from '../../hooks/highlight';
import type * as AxesModule from './Axes';
import { chartModel } from './chart-model';
import { UsageChart } from './UsageChart';

let chartRenders = 0;

jest.mock('./Axes', () => {
  const { Axes } = jest.requireActual<typeof AxesModule>('./Axes');
  return {
    Axes: (props: Parameters<typeof Axes>[0]) => {
      chartRenders++;
      return <Axes {...props} />;
    },
  };
});

const step = 15_000;
const start = new Date(2026, 10, 23, 10, 0, 0).getTime();
const times = Array.from({ length: 11 }, (_, i) => start + i * step);
const aligned = {
  times,
  stepMs: step,
  series: [
    { labels: { class: 'pod' }, values: [2, 2, 2, 2, null, null, null, 2, 2, 2, 3] },
    { labels: { class: 'kernel' }, values: [0.25, 0.5, 0.5, 0.75, null, null, null, 1, 1, 1, 1] },
  ],
};
const model = chartModel(byClass(aligned, undefined), [], { capacity: 4 });

const moves = {
  pin: jest.fn(),
  unpin: jest.fn(),
  zoom: jest.fn(),
  zoomAbout: jest.fn(),
  resetZoom: jest.fn(),
};

async function renderChart(shown = model, pinMs: number | null = null) {
  const { container } = renderInConsole(<UsageChart model={shown} pinMs={pinMs} moves={moves} />);
  const cursor = await screen.findByRole('slider', { name: 'Moment in time' });
  return { container, cursor };
}

beforeEach(() => {
  jest.clearAllMocks();
  setElementWidth(1078);
});

describe('the chart', () => {
  it('draws every class as an area of its own on each side of a gap', async () => {
    const { container } = await renderChart();
    const areas = [...container.querySelectorAll('path')].filter((path) =>
      path.style.fill.includes('--pf-t--chart'),
    );
    expect(areas).toHaveLength(4);
    const colours = areas.map((path) => path.style.fill);
    expect(new Set(colours).size).toBe(2);
  });

  it('hatches what has no owner, as its swatch is', async () => {
    const series = [{ labels: { class: 'unattributed' }, values: times.map(() => 1) }];
    const { container } = await renderChart(
      chartModel(byClass({ ...aligned, series }, undefined), [], {}),
    );
    const fills = [...container.querySelectorAll('path')].map((path) => path.style.fill);
    const fill = fills.find((one) => one.includes('url('));
    const id = /#([\w-]+)/.exec(fill ?? '')?.[1];
    expect(container.querySelector(`pattern#${id ?? 'none'}`)).not.toBeNull();
  });

  it('describes itself in words', async () => {
    await renderChart();
    expect(screen.getByText(/^CPU over time, .* Highest: 4.00 cores at 10:02/)).toBeInTheDocument();
  });

  it('names the capacity where it lies in the scale', async () => {
    await renderChart();
    expect(screen.getByText('Capacity: 4 cores')).toBeInTheDocument();
  });

  it('draws the edge of what is judged on each side of a gap, and names the reservation', async () => {
    const limits = { reserved: 2, judged: 'host' } as const;
    const { container } = await renderChart(chartModel(byClass(aligned, undefined), [], limits));
    const edges = [...container.querySelectorAll('path')].filter(
      (path) =>
        path.style.stroke.includes('text--color--regular') && path.style.strokeWidth === '2',
    );
    expect(edges).toHaveLength(2);
    expect(screen.getByText('Reserved: 2.00 cores')).toBeInTheDocument();
  });

  it('shows the sample under the pointer, largest value first, without rendering the chart', async () => {
    const { cursor } = await renderChart();
    const before = chartRenders;
    expect(before).toBeGreaterThan(0);
    // The plot is 1000 px wide, a sample every 100 px: 180 px is nearest to the third.
    fireEvent.pointerMove(cursor, { clientX: 180 });
    const box = screen.getByTestId('hp-chart-box');
    expect(within(box).getByText('2.50 cores in all')).toBeInTheDocument();
    const rows = [...box.querySelectorAll<HTMLElement>('[data-class]')];
    expect(rows.map(({ dataset }) => dataset.class)).toEqual(['pod', 'kernel']);
    expect(rows[0]).toHaveTextContent('Pods, not split2.0050%');
    expect(within(box).getByTestId('hp-chart-box-subtotal')).toHaveTextContent('Host0.5013%');
    fireEvent.pointerMove(cursor, { clientX: 990 });
    expect(within(box).getByText('4.00 cores in all')).toBeInTheDocument();
    fireEvent.pointerLeave(cursor);
    expect(screen.queryByTestId('hp-chart-box')).toBeNull();
    expect(chartRenders).toBe(before);
  });

  it('says that a gap has no data', async () => {
    const { cursor } = await renderChart();
    fireEvent.pointerMove(cursor, { clientX: 500 });
    const box = screen.getByTestId('hp-chart-box');
    expect(within(box).getByText('No data')).toBeInTheDocument();
    expect(box.querySelectorAll('[data-class]')).toHaveLength(0);
    expect(within(box).queryByTestId('hp-chart-box-subtotal')).toBeNull();
    expect(cursor).toHaveAttribute('aria-valuetext', expect.stringContaining('no data'));
  });

  it('is a slider of moments for the keyboard', async () => {
    const { cursor } = await renderChart();
    expect(cursor).toHaveAttribute('aria-valuemax', '10');
    fireEvent.keyDown(cursor, { key: 'Home' });
    expect(cursor).toHaveAttribute('aria-valuenow', '0');
    expect(cursor).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/10:00:00.AM, total 2.25/),
    );
    fireEvent.keyDown(cursor, { key: 'ArrowLeft' });
    expect(cursor).toHaveAttribute('aria-valuenow', '0');
    fireEvent.keyDown(cursor, { key: 'ArrowRight' });
    expect(cursor).toHaveAttribute('aria-valuenow', '1');
    fireEvent.keyDown(cursor, { key: 'PageUp' });
    expect(cursor).toHaveAttribute('aria-valuenow', '10');
    expect(screen.getByTestId('hp-chart-box')).toBeInTheDocument();
    fireEvent.keyDown(cursor, { key: 'Escape' });
    expect(screen.queryByTestId('hp-chart-box')).toBeNull();
  });

  it('begins at the newest moment', async () => {
    const { cursor } = await renderChart();
    fireEvent.keyDown(cursor, { key: 'ArrowLeft' });
    expect(cursor).toHaveAttribute('aria-valuenow', '10');
    expect(screen.getByTestId('hp-chart-box')).toHaveTextContent('4.00 cores in all');
    fireEvent.keyDown(cursor, { key: 'ArrowLeft' });
    expect(cursor).toHaveAttribute('aria-valuenow', '9');
  });

  it('pins the moment that is clicked, and keeps its line', async () => {
    const { cursor } = await renderChart();
    fireEvent.pointerDown(cursor, { clientX: 180, button: 0 });
    fireEvent.pointerMove(cursor, { clientX: 182 });
    fireEvent.pointerUp(cursor, { clientX: 183 });
    expect(moves.pin.mock.calls).toEqual([[times[2]]]);
    expect(moves.zoom).not.toHaveBeenCalled();
    cleanup();
    await renderChart(model, times[2]);
    expect(screen.getByTestId('hp-chart-pin-line')).toBeInTheDocument();
  });

  it('zooms to what is dragged across, and shows it meanwhile', async () => {
    const { container, cursor } = await renderChart();
    fireEvent.pointerDown(cursor, { clientX: 600, button: 0 });
    fireEvent.pointerMove(cursor, { clientX: 200 });
    expect(container.querySelector('.host-processes__selection')).not.toBeNull();
    fireEvent.pointerUp(cursor, { clientX: 200 });
    expect(moves.pin).not.toHaveBeenCalled();
    expect(moves.zoom.mock.calls).toEqual([[times[6], times[2]]]);
    expect(container.querySelector('.host-processes__selection')).toBeNull();
  });

  it('pins, unpins and zooms by keyboard', async () => {
    const { cursor } = await renderChart();
    fireEvent.keyDown(cursor, { key: 'Home' });
    fireEvent.keyDown(cursor, { key: 'Enter' });
    expect(moves.pin.mock.calls).toEqual([[times[0]]]);
    fireEvent.keyDown(cursor, { key: '+' });
    fireEvent.keyDown(cursor, { key: '-' });
    expect(moves.zoomAbout.mock.calls).toEqual([
      [times[0], 'in'],
      [times[0], 'out'],
    ]);
    fireEvent.keyDown(cursor, { key: 'Escape' });
    expect(moves.unpin).toHaveBeenCalledTimes(1);
  });

  it('says how much is judged, and how long it was above the reservation', async () => {
    const limits = { reserved: 0.6, judged: 'host' } as const;
    const { cursor } = await renderChart(chartModel(byClass(aligned, undefined), [], limits));
    expect(cursor).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/host 1.00, total 4.00 cores/),
    );
    expect(
      screen.getByText(/Above the reservation for 1 minute,? 15 seconds\.$/),
    ).toBeInTheDocument();
  });

  it('dims all but the layer that a row points at, without rendering the chart', async () => {
    const highlight = createHighlight();
    renderInConsole(
      <HighlightContext.Provider value={highlight}>
        <UsageChart model={model} pinMs={null} moves={moves} />
      </HighlightContext.Provider>,
    );
    const cursor = await screen.findByRole('slider');
    const before = chartRenders;
    act(() => highlight.set({ from: 'row', identity: ['kernel', 'rcu', 'rcu_preempt'] }));
    expect(screen.getByTestId('hp-chart-lit')).toHaveAttribute('data-layer', 'kernel');
    // Kernel threads lie lowest; at the first sample they end at 0.25 cores.
    fireEvent.pointerMove(cursor, { clientX: 0, clientY: 257 });
    expect(highlight.get()).toEqual({ from: 'plot', identity: ['kernel'] });
    expect(screen.queryByTestId('hp-chart-lit')).toBeNull();
    fireEvent.pointerLeave(cursor);
    expect(highlight.get()).toBeNull();
    expect(chartRenders).toBe(before);
  });

  it('draws nothing at width 0', () => {
    setElementWidth(0);
    const { container } = renderInConsole(<UsageChart model={model} pinMs={null} moves={moves} />);
    expect(container.querySelector('svg')).toBeNull();
  });
});
