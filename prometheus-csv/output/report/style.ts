/** The report's style sheet: colours of the layers as in the console's tab, light and dark. */
export const style = `
:root { color-scheme: light dark; --text: #151515; --back: #fff; --line: #d2d2d2; --bad: #b1380b; --good: #3d7317; --weak: #4d4d4d; }
body { margin: 2rem auto; max-width: 64rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
p.about { color: var(--weak); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th.number, td.number { text-align: end; white-space: nowrap; }
.exceeded { color: var(--bad); font-weight: 600; } .within { color: var(--good); }
.swatch { display: inline-block; width: .8em; height: .8em; margin-inline-end: .5em; border: 1px solid var(--line); }
svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--weak); }
.grid { stroke: var(--line); stroke-width: 1; } .limit { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 6 4; }
.layer { stroke: var(--back); stroke-width: .5; }
.kernel { fill: #f5921b; background: #f5921b; } .interrupt { fill: #ffe072; background: #ffe072; }
.service { fill: #147878; background: #147878; } .host-container { fill: #9ad8d8; background: #9ad8d8; }
.session { fill: #63993d; background: #63993d; } .runtime { fill: #3d2785; background: #3d2785; }
.agent { fill: #e0e0e0; background: #e0e0e0; } .unattributed { fill: #707070; background: #707070; }
.infrastructure { fill: #0066cc; background: #0066cc; } .not-split { fill: #92c5f9; background: #92c5f9; }
.workload { fill: #4394e5; background: #4394e5; } .unused { background: transparent; }
@media (prefers-color-scheme: dark) {
  :root { --text: #fff; --back: #151515; --line: #4d4d4d; --bad: #f89b78; --good: #afdc8f; --weak: #c7c7c7; }
}
@media print { svg { break-inside: avoid; } tr { break-inside: avoid; } }
`;
