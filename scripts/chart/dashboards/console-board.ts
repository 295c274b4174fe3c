import { nodeVariable, type Panel, rows } from './board';

/** The dashboard as the console's Observe > Dashboards reads it: rows of panels, as Grafana had them first. */
export function consoleBoard(): object {
  let id = 0;
  return {
    title: 'Host processes',
    tags: ['host-processes'],
    editable: false,
    refresh: '30s',
    time: { from: 'now-1h', to: 'now' },
    timezone: 'browser',
    templating: {
      list: [
        {
          name: nodeVariable.name,
          label: 'Node',
          type: 'query',
          query: nodeVariable.query,
          // The console hides what does not say this.
          hide: 0,
          includeAll: true,
          multi: false,
          refresh: 2,
          sort: 1,
          options: [],
        },
      ],
    },
    rows: rows.map(({ title, panels }) => ({
      title,
      showTitle: true,
      collapse: false,
      panels: panels.map((panel) => consolePanel(panel, ++id)),
    })),
  };
}

function consolePanel({ title, kind, targets, stacked, share, span }: Panel, id: number): object {
  const format = share ? 'percentunit' : 'short';
  return {
    id,
    title,
    span,
    type: kind === 'graph' ? 'graph' : 'singlestat',
    ...(kind === 'graph'
      ? { stack: stacked ?? false, legend: { show: true }, yaxes: [{ format }, { format }] }
      : { format }),
    targets: targets.map(({ expr, legend }, i) => ({
      expr,
      legendFormat: legend,
      format: 'time_series',
      refId: String.fromCharCode(65 + i),
    })),
  };
}
