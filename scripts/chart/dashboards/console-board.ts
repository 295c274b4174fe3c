import { nodeVariable, type Panel, rows } from './board';

/**
 * The dashboard as the console's Observe > Dashboards reads it: rows of panels, as Grafana had them first.
 * Only what it reads is written: it has a range and a refresh of its own, and lists nodes in their order.
 */
export function consoleBoard(): object {
  let id = 0;
  return {
    title: 'Host processes',
    tags: ['host-processes'],
    templating: {
      list: [
        {
          name: nodeVariable.name,
          type: 'query',
          query: nodeVariable.query,
          // The console hides what does not say this.
          hide: 0,
          includeAll: true,
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
      ? { stack: stacked ?? false, legend: { show: true }, yaxes: [{ format }] }
      : { format }),
    targets: targets.map(({ expr, legend }) => ({ expr, legendFormat: legend })),
  };
}
