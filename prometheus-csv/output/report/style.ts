import { layers } from './layers';

/** The colour of each layer on a light page and on a dark one, as in the console's tab. */
const colours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  kernel: ['#ca6c0f', '#f8ae54'],
  interrupt: ['#ffe072', '#b98412'],
  service: ['#37a3a3', '#9ad8d8'],
  'host-container': ['#9ad8d8', '#37a3a3'],
  session: ['#63993d', '#afdc8f'],
  runtime: ['#3d2785', '#b6a6e9'],
  agent: ['#e0e0e0', '#a3a3a3'],
  unattributed: ['#707070', '#f2f2f2'],
  infrastructure: ['#0066cc', '#92c5f9'],
  'not-split': ['#92c5f9', '#0066cc'],
  workload: ['#4394e5', '#4394e5'],
};

function variables(theme: 0 | 1): string {
  return layers.map(({ id }) => `--${id}: ${colours[id]?.[theme] ?? 'gray'};`).join(' ');
}

const fills = layers
  .map(({ id }) => `.${id} { fill: var(--${id}); background: var(--${id}); }`)
  .join('\n');

/** The report's style sheet. */
export const style = `
:root { color-scheme: light dark; --text: #151515; --back: #fff; --line: #d2d2d2; --bad: #b1380b; --good: #3d7317; --weak: #4d4d4d; ${variables(0)} }
body { margin: 2rem auto; max-width: 64rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
p.about { color: var(--weak); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th.number, td.number { text-align: end; white-space: nowrap; }
.exceeds { color: var(--bad); font-weight: 600; } .within { color: var(--good); }
.swatch { display: inline-block; width: .8em; height: .8em; margin-inline-end: .5em; border: 1px solid var(--line); }
svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--weak); }
.grid { stroke: var(--line); stroke-width: 1; } .limit { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 6 4; }
.layer { stroke: var(--back); stroke-width: .5; }
${fills}
@media (prefers-color-scheme: dark) {
  :root { --text: #fff; --back: #151515; --line: #4d4d4d; --bad: #f89b78; --good: #afdc8f; --weak: #c7c7c7; ${variables(1)} }
}
@media print { svg { break-inside: avoid; } tr { break-inside: avoid; } }
`;
