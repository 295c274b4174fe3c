import type { TimeGrid } from '../../questions/time-grid';
import type { OwnedUsage, Row } from '../../rows/row';
import { figuresOf } from '../../rows/statistics';
import type { Verdict } from '../../rows/verdict';
import { html, Html } from './html';
import { layersOf } from './layers';
import { plot } from './plot';
import { style } from './style';
import { cores, reportTable, type ReportColumn } from './table';

/** What a report is made of. */
export interface ReportData {
  readonly source: string;
  readonly version: string;
  readonly grid: TimeGrid;
  readonly verdicts: readonly Verdict[];
  readonly account: readonly OwnedUsage[];
  /** Host groups and pods, the largest first. */
  readonly groups: readonly Row[];
  readonly pods: readonly Row[];
}

/** So many nodes get a plot; the verdict lists all. */
const mostPlots = 24;
const mostRows = 25;

const figureColumns: readonly ReportColumn<Row>[] = [
  { title: 'Average, cores', of: ({ average }) => cores(average) },
  { title: 'p95, cores', of: ({ p95 }) => cores(p95) },
  { title: 'Maximum, cores', of: ({ maximum }) => cores(maximum) },
];

/** One HTML file that needs nothing else: no script, no font, no network. */
export function reportText(data: ReportData): string {
  const { grid, verdicts, groups, pods, source, version } = data;
  const from = new Date(grid.startMs).toISOString();
  const to = new Date(grid.endMs).toISOString();
  const shown = verdicts.slice(0, mostPlots);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'"
        />
        <title>Host CPU, ${from} to ${to}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <h1>CPU use of hosts</h1>
        <p class="about">
          ${from} to ${to}, from ${source}. Minimum, p95 and maximum are of means over
          ${grid.windowMs / 1000} s. Made by prometheus-csv ${version}.
        </p>
        <h2>Verdict</h2>
        ${reportTable(verdictColumns, verdicts)}
        ${shown.map((verdict) => nodeSection(verdict, data))}
        ${shown.length < verdicts.length ? html`<p>${verdicts.length - shown.length} more nodes have no plot here; choose some with --node.</p>` : html``}
        <h2>Host process groups</h2>
        ${rowsSection(groups, [
          { title: 'Node', of: ({ node }) => node },
          { title: 'Unit', of: ({ unit }) => unit },
          { title: 'Group', of: ({ name }) => name, swatch: (row) => row.class },
        ])}
        <h2>Pods</h2>
        ${rowsSection(pods, [
          { title: 'Node', of: ({ node }) => node },
          { title: 'Namespace', of: ({ namespace }) => namespace },
          { title: 'Pod', of: ({ name }) => name, swatch: ({ kind }) => kind },
        ])}
      </body>
    </html> `;
  return page.text;
}

const verdictColumns: readonly ReportColumn<Verdict>[] = [
  { title: 'Node', of: ({ node }) => node },
  {
    title: 'Verdict',
    of: ({ verdict }) => verdict,
    mark: ({ verdict }) => verdict,
  },
  { title: 'Judged', of: ({ judged }) => judged },
  { title: 'Reserved, CPUs', of: ({ reserved }) => cores(reserved) },
  { title: 'Average', of: ({ average }) => cores(average) },
  { title: 'p95', of: ({ p95 }) => cores(p95) },
  { title: 'Maximum', of: ({ maximum }) => cores(maximum) },
  { title: 'Headroom', of: ({ headroom }) => cores(headroom) },
  { title: 'Would need, CPUs', of: ({ neededCpus }) => neededCpus },
];

function nodeSection({ node, reserved }: Verdict, { account, grid }: ReportData): Html {
  const layers = layersOf(account, node);
  const unused = account
    .filter(({ owner }) => owner.node === node && owner.kind === 'unused')
    .map(({ owner, usage }) => ({ title: `(${owner.class})`, id: 'unused', ...figuresOf(usage) }));
  const used = layers
    .map(({ layer, ...usage }) => ({ title: layer.title, id: layer.id, ...figuresOf(usage) }))
    .reverse();
  const title = `Cores of ${node} by class, from the ground up: host, infrastructure pods, other pods`;
  return html`<h2>${node}</h2>
    ${plot(layers, grid, reserved, title)}
    ${reportTable(
      [
        { title: 'Class', of: (line) => line.title, swatch: ({ id }) => id },
        { title: 'Average, cores', of: ({ average }) => cores(average) },
        { title: 'p95, cores', of: ({ p95 }) => cores(p95) },
        { title: 'Maximum, cores', of: ({ maximum }) => cores(maximum) },
      ],
      [...used, ...unused],
    )}`;
}

function rowsSection(rows: readonly Row[], columns: readonly ReportColumn<Row>[]): Html {
  const shown = rows.slice(0, mostRows);
  const rest = rows.slice(mostRows).reduce((sum, { average }) => sum + average, 0);
  const more =
    rows.length > shown.length
      ? html`<p>
          ${rows.length - shown.length} more use ${cores(rest)} cores together on average.
        </p>`
      : html``;
  return shown.length === 0
    ? html`<p>None.</p>`
    : html`${reportTable([...columns, ...figureColumns], shown)}${more}`;
}
