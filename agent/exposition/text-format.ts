import type { Family } from '../../metrics/family';
import type { FamilySamples } from '../collectors/collector';

/** https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4. */
export const contentType = 'text/plain; version=0.0.4; charset=utf-8';

interface Line {
  readonly series: string;
  value: number;
  text: string;
}

// The text of a series is made once, and its line when its value changes: rendering all anew would take most
// of the time of a scrape.
const lines = new WeakMap<readonly string[], Line>();

/** Renders families with their samples. A family without samples is left out: absent is not zero. */
export function renderFamilies(families: readonly FamilySamples[]): string {
  let text = '';
  for (const { family, samples } of families) {
    if (samples.length === 0) continue;
    text += `# HELP ${family.name} ${escapeHelp(family.help)}\n# TYPE ${family.name} ${family.type}\n`;
    for (const { labelValues, value } of samples) {
      text += lineOf(family, labelValues, value);
    }
  }
  return text;
}

function lineOf(family: Family, labelValues: readonly string[], value: number): string {
  let line = lines.get(labelValues);
  if (!line) {
    line = { series: seriesOf(family, labelValues), value: NaN, text: '' };
    lines.set(labelValues, line);
  }
  if (line.value !== value) {
    line.value = value;
    line.text = `${line.series} ${formatValue(value)}\n`;
  }
  return line.text;
}

function seriesOf(family: Family, labelValues: readonly string[]): string {
  const labels = family.labels.map(
    (label, i) => `${label}="${escapeLabelValue(labelValues[i] ?? '')}"`,
  );
  return labels.length === 0 ? family.name : `${family.name}{${labels.join(',')}}`;
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
