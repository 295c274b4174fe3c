import type { Family } from '../../metrics/family';
import type { FamilySamples } from '../collectors/collector';

/** https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4. */
export const contentType = 'text/plain; version=0.0.4; charset=utf-8';

// The text of a series' labels is made once: rendering it anew takes most of the time of a scrape.
const seriesText = new WeakMap<readonly string[], string>();

/** Renders families with their samples. A family without samples is left out: absent is not zero. */
export function renderFamilies(families: readonly FamilySamples[]): string {
  let text = '';
  for (const { family, samples } of families) {
    if (samples.length === 0) continue;
    text += `# HELP ${family.name} ${escapeHelp(family.help)}\n# TYPE ${family.name} ${family.type}\n`;
    for (const { labelValues, value } of samples) {
      text += `${seriesOf(family, labelValues)} ${formatValue(value)}\n`;
    }
  }
  return text;
}

function seriesOf(family: Family, labelValues: readonly string[]): string {
  const known = seriesText.get(labelValues);
  if (known !== undefined) return known;
  const labels = family.labels.map(
    (label, i) => `${label}="${escapeLabelValue(labelValues[i] ?? '')}"`,
  );
  const text = labels.length === 0 ? family.name : `${family.name}{${labels.join(',')}}`;
  seriesText.set(labelValues, text);
  return text;
}

function formatValue(value: number): string {
  if (value === Infinity) return '+Inf';
  if (value === -Infinity) return '-Inf';
  return String(value);
}

function escapeHelp(help: string): string {
  return help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeLabelValue(value: string): string {
  return escapeHelp(value).replaceAll('"', '\\"');
}
