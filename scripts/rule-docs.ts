import { recordedSeries } from '../metrics/recorded';

/** An alert as its rule has it. */
export interface AlertRule {
  readonly alert: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

/** The text of docs/rules.md: every series that a rule of the chart records, and every alert. */
export function ruleDocs(alerts: readonly AlertRule[]): string {
  const series = recordedSeries.map(({ name, labels, unit, help }) => {
    const shownLabels = labels.map((label) => `\`${label}\``).join(', ');
    return `| \`${name}\` | ${shownLabels} | ${unit === 'none' ? '' : unit} | ${help} |`;
  });
  const rows = alerts.map(({ alert, labels, annotations, for: waits }) => {
    const link = `[${alert}](${annotations.runbook.replace(/^docs\//, '')})`;
    return `| ${link} | ${labels.severity} | ${waits ?? ''} | ${annotations.summary} |`;
  });
  return `# Rules

<!-- Written by \`npm run docs\` from metrics/recorded.ts and the rules; tests compare it, the rules and what they record. -->

By the files in [charts/host-processes/rules/](../charts/host-processes/rules), evaluated every 30 s unless Prometheus is told otherwise.

## Recorded series

All carry the labels of the target beside those listed: \`instance\` and \`node\` (both the node's name), \`job\` and \`namespace\`. Rates are means over four scrapes: one minute, scraped every 15 s.

| series | labels | unit | meaning |
|---|---|---|---|
${series.join('\n')}

## Alerts

What they judge is the host: rules see no series of kubelet. Thresholds and waiting times are values of the chart (\`monitoring.alerts\`), with these defaults.

| alert | severity | after | meaning |
|---|---|---|---|
${rows.join('\n')}
`;
}
