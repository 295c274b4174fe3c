import { recordedSeries } from '../metrics/recorded';

/** The text of docs/rules.md: every series that a rule of the chart records. */
export function ruleDocs(): string {
  const rows = recordedSeries.map(({ name, labels, unit, help }) => {
    const shownLabels = labels.map((label) => `\`${label}\``).join(', ');
    return `| \`${name}\` | ${shownLabels} | ${unit === 'none' ? '' : unit} | ${help} |`;
  });
  return `# Rules

<!-- Written by \`npm run docs\` from metrics/recorded.ts; tests compare it, the rules and what they record. -->

## Recorded series

By the files in [charts/host-processes/rules/](../charts/host-processes/rules), every 30 s unless Prometheus is told otherwise. All carry the labels of the target beside those listed: \`instance\` and \`node\` (both the node's name), \`job\` and \`namespace\`. Rates are means over four scrapes (one minute by default).

| series | labels | unit | meaning |
|---|---|---|---|
${rows.join('\n')}
`;
}
