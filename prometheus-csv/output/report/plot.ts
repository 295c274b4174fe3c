import type { TimeGrid } from '../../questions/time-grid';
import { html, type Html } from './html';
import type { LayerUsage } from './layers';

const width = 960;
const height = 260;
const left = 44;
const bottom = 24;

/** The least round number (1, 2 or 5 times a power of ten) that leaves at most five steps. */
function roundStep(range: number): number {
  const least = range / 5;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}

function clock(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}

/** Stacked areas of a node's layers over the interval; moments that nobody measured stay empty. */
export function plot(
  layers: readonly LayerUsage[],
  { moments }: TimeGrid,
  reserved: number,
  title: string,
): Html {
  const tops = stacked(layers, moments.length);
  const most = Math.max(
    Number.isNaN(reserved) ? 0 : reserved * 1.05,
    ...[...(tops.at(-1) ?? [])].filter((cores) => cores > 0),
    0.01,
  );
  const step = roundStep(most);
  const ceiling = Math.ceil(most / step) * step;
  const x = (i: number) =>
    left + (moments.length < 2 ? 0 : ((width - left) * i) / (moments.length - 1));
  const y = (cores: number) => (height - bottom) * (1 - cores / ceiling);
  const areas = layers.map(({ layer }, i) => {
    const path = areaPath(tops[i] ?? new Float64Array(), i === 0 ? undefined : tops[i - 1], x, y);
    return html`<path class="layer ${layer.id}" d="${path}"><title>${layer.title}</title></path>`;
  });
  const lines = Array.from({ length: Math.round(ceiling / step) + 1 }, (_, i) => {
    const cores = Number((i * step).toPrecision(6));
    return html`<line
        class="grid"
        x1="${left}"
        x2="${width}"
        y1="${y(cores)}"
        y2="${y(cores)}"
      /><text x="${left - 6}" y="${y(cores) + 4}" text-anchor="end">${cores}</text>`;
  });
  const [first = 0] = moments;
  const last = moments.at(-1) ?? first;
  const limit = Number.isNaN(reserved)
    ? html``
    : html`<line class="limit" x1="${left}" x2="${width}" y1="${y(reserved)}" y2="${y(reserved)}"
        ><title>Reserved: ${reserved} CPUs</title></line
      >`;
  return html`<svg role="img" aria-label="${title}" viewBox="0 -8 ${width} ${height + 8}">
    ${lines} ${areas} ${limit}
    <text x="${left}" y="${height - 4}">${clock(first)} UTC</text>
    <text x="${width}" y="${height - 4}" text-anchor="end">${clock(last)} UTC</text>
  </svg>`;
}

/** The upper edge of each layer, stacked; NaN where nobody measured. */
function stacked(layers: readonly LayerUsage[], count: number): Float64Array[] {
  let below = new Float64Array(count);
  return layers.map(({ windows }) => {
    below = below.map((cores, i) => cores + (windows[i] ?? NaN));
    return below;
  });
}

/** One closed path for each stretch without gaps. */
function areaPath(
  top: Float64Array,
  base: Float64Array | undefined,
  x: (i: number) => number,
  y: (cores: number) => number,
): string {
  const point = (i: number, cores: number) => `${x(i).toFixed(1)},${y(cores).toFixed(1)}`;
  const paths: string[] = [];
  let start = 0;
  for (let i = 0; i <= top.length; i++) {
    if (i < top.length && !Number.isNaN(top[i])) continue;
    if (i > start) {
      const range = Array.from({ length: i - start }, (_, n) => start + n);
      const there = range.map((n) => point(n, top[n] ?? 0));
      const back = range.reverse().map((n) => point(n, base?.[n] ?? 0));
      paths.push(`M${[...there, ...back].join('L')}Z`);
    }
    start = i + 1;
  }
  return paths.join('');
}
