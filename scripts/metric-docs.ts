import { catalog } from '../metrics/catalog';
import type { Family } from '../metrics/family';

const sections: readonly (readonly [title: string, intro: string, prefix: RegExp])[] = [
  [
    'The account of the node',
    'Ours. Counters begin at 0 when the agent starts and never fall while it lives; a series that ended is exposed for ten more minutes. How the numbers come about: [accounting.md](accounting.md).',
    /^hostproc_(?:cpu|group|node|reserved|allocatable)/,
  ],
  [
    "process-exporter's families",
    'Names, labels and types are those of process-exporter and stay so. Under the built-in rules pods, their container monitors and the agent itself are group `conmon`.',
    /^namedprocess_/,
  ],
  [
    'The agent about itself',
    'Beside these, `process_*` and `nodejs_*` tell about its own process, under the names that every program has that uses prom-client.',
    /^hostproc_(?!cpu|group|node|reserved|allocatable)/,
  ],
];

/** The text of docs/metrics.md: every family of the contract, in the order of the catalog. */
export function metricDocs(): string {
  const text = sections.map(
    ([title, intro, prefix]) =>
      `## ${title}\n\n${intro}\n\n${table(catalog.filter(({ name }) => prefix.test(name)))}\n`,
  );
  return `# Metrics

<!-- Written by \`npm run docs\` from metrics/; a test compares the two. -->

Text format 0.0.4. Labels that Prometheus adds (\`instance\`, \`job\`, \`namespace\`, …) are not listed.

${text.join('\n')}`;
}

function table(families: readonly Family[]): string {
  const rows = families.map(({ name, type, labels, unit, help }) => {
    const shownLabels = labels.map((label) => `\`${label}\``).join(', ');
    return `| \`${name}\` | ${type} | ${shownLabels} | ${unit === 'none' ? '' : unit} | ${help} |`;
  });
  return ['| family | type | labels | unit | meaning |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}
