import { nodeVariable, type Panel, rows } from './board';

const columns = 24;
const panelHeight = 8;

/** The same dashboard for Grafana 9 and later; whoever imports it chooses the data source. */
export function grafanaBoard(): object {
  let y = 0;
  let id = 0;
  const panels = rows.flatMap((row) => {
    const heading = { id: ++id, type: 'row', title: row.title, collapsed: false, panels: [] };
    const placed: object[] = [{ ...heading, gridPos: { x: 0, y, w: columns, h: 1 } }];
    let x = 0;
    for (const panel of row.panels) {
      const w = panel.span * 2;
      placed.push(grafanaPanel(panel, ++id, { x, y: y + 1, w, h: panelHeight }));
      x += w;
    }
    y += 1 + panelHeight;
    return placed;
  });
  return {
    title: 'Host processes',
    uid: 'host-processes',
    tags: ['host-processes'],
    schemaVersion: 37,
    editable: true,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    templating: {
      list: [
        { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus' },
        {
          name: nodeVariable.name,
          label: 'Node',
          type: 'query',
          datasource,
          query: { query: nodeVariable.query, refId: 'A' },
          definition: nodeVariable.query,
          includeAll: true,
          allValue: '.+',
          multi: true,
          current: { text: 'All', value: '$__all' },
          refresh: 2,
          sort: 1,
        },
      ],
    },
    panels,
  };
}

const datasource = { type: 'prometheus', uid: '${datasource}' };

function grafanaPanel(panel: Panel, id: number, gridPos: object): object {
  const { title, kind, targets, stacked, share } = panel;
  const unit = share ? 'percentunit' : 'short';
  const stacking = { mode: stacked ? 'normal' : 'none', group: 'A' };
  return {
    id,
    title,
    gridPos,
    type: kind === 'graph' ? 'timeseries' : 'stat',
    datasource,
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        ...(kind === 'graph' && { custom: { fillOpacity: stacked ? 80 : 0, stacking } }),
      },
      overrides: [],
    },
    options:
      kind === 'graph'
        ? {
            tooltip: { mode: 'multi', sort: 'desc' },
            legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
          }
        : { reduceOptions: { calcs: ['lastNotNull'] } },
    targets: targets.map(({ expr, legend }, i) => ({
      datasource,
      expr,
      legendFormat: legend,
      refId: String.fromCharCode(65 + i),
    })),
  };
}
