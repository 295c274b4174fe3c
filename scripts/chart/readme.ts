import type { ChartValue } from './values';

const begin =
  '<!-- Values: written by `npm run docs` from values.yaml; a test compares the two. -->';
const end = '<!-- End of values. -->';

/** The chart's README with the table of its values renewed; everything else in it is written by hand. */
export function withValues(readme: string, values: readonly ChartValue[]): string {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`The chart's README needs the lines ${begin} and ${end}.`);
  }
  return `${before}${begin}\n\n${table(values)}\n\n${end}${after}`;
}

function table(values: readonly ChartValue[]): string {
  const rows = values.map(
    ({ path, preset, description }) =>
      `| \`${path}\` | ${inCell(`\`${JSON.stringify(preset)}\``)} | ${inCell(description)} |`,
  );
  return ['| value | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
