import { createElement as element, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { VictoryAxis, VictoryChart, VictoryLabel, VictoryLine, VictoryScatter } from 'victory';

/** One line of a plot. */
export interface PlotLine {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Whether points were measured one by one, and are to be seen as such. */
  readonly dots?: boolean;
}

/** A plot: lines over one axis from 0. */
export interface Plot {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly lines: readonly PlotLine[];
  /** Where something changed, and what begins there. */
  readonly marks?: readonly { readonly x: number; readonly label: string }[];
}

const width = 760;
const height = 420;
const padding = { top: 90, bottom: 64, left: 80, right: 32 };
const ink = '#151515';
const faint = '#d2d2d2';
const text = { fontFamily: 'Helvetica, Arial, sans-serif', fontSize: 15, fill: ink };
const small = { ...text, fontSize: 14 };

/** Draws a plot as SVG, on a background of its own: it may stand on a dark page. */
export function drawPlot({ title, xLabel, yLabel, lines, marks = [] }: Plot): string {
  const all = lines.flatMap(({ points }) => points);
  const highest = (values: readonly number[]) => Math.max(...values, 0) || 1;
  const domain = {
    x: [0, highest(all.map(({ x }) => x))] as [number, number],
    y: [0, highest(all.map(({ y }) => y)) * 1.08] as [number, number],
  };
  const axis = (dependent: boolean, label: string) =>
    element(VictoryAxis, {
      key: label,
      dependentAxis: dependent,
      // Or the zeros would be left out.
      crossAxis: false,
      label,
      tickFormat: (tick: number) => tick.toLocaleString('en'),
      axisLabelComponent: element(VictoryLabel, { dy: dependent ? -26 : 14 }),
      style: {
        axis: { stroke: ink },
        grid: { stroke: dependent ? faint : 'none' },
        tickLabels: { ...small, padding: 6 },
        axisLabel: text,
      },
    });
  const chart = element(
    VictoryChart,
    { standalone: false, width, height, padding, domain },
    axis(false, xLabel),
    axis(true, yLabel),
    ...marks.map(({ x }) =>
      element(VictoryLine, {
        key: `mark ${x}`,
        data: domain.y.map((y) => ({ x, y })),
        style: { data: { stroke: ink, strokeWidth: 1, strokeDasharray: '4 4' } },
      }),
    ),
    ...lines.flatMap(drawLine),
  );
  const toPixels = (x: number) =>
    padding.left + (x / domain.x[1]) * (width - padding.left - padding.right);
  const svg = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
    element('title', null, title),
    element('rect', { width, height, fill: '#ffffff' }),
    element('text', { x: 20, y: 28, ...text, fontSize: 18, fontWeight: 'bold' }, title),
    ...lines.map(drawKey),
    ...marks.map(({ x, label }) =>
      element('text', { key: label, x: toPixels(x) + 6, y: padding.top - 8, ...small }, label),
    ),
    chart,
  );
  return `${renderToStaticMarkup(svg)}\n`;
}

function drawLine({ name, colour, points, dots = false }: PlotLine): ReactElement[] {
  const data = [...points];
  const line = element(VictoryLine, {
    key: name,
    data,
    style: { data: { stroke: colour, strokeWidth: 2 } },
  });
  if (!dots) return [line];
  const dot = { size: 4, style: { data: { fill: colour } } };
  return [line, element(VictoryScatter, { key: `${name} dots`, data, ...dot })];
}

const keyWidth = 200;

function drawKey({ name, colour }: PlotLine, index: number): ReactElement {
  const x = 20 + index * keyWidth;
  return element(
    'g',
    { key: name },
    element('rect', { x, y: 44, width: 18, height: 4, fill: colour }),
    element('text', { x: x + 26, y: 51, ...small }, name),
  );
}
