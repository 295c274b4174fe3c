import type { Family } from '../../metrics/family';
import type { Sample } from '../collectors/collector';
import type { GrowingBytes } from './growing-bytes';

/** So many are joined before they are written: few enough for a string that dies young. */
const linesAtOnce = 256;

/**
 * The text of one family. In most scrapes most series are where they were, and have the value that they had:
 * their lines are kept. Rendering all anew would take most of the time of a scrape.
 */
export class FamilyText {
  private readonly header: string;
  // Of the line at each place: whose it is, by its array of label values, and what it says.
  private readonly labelValues: (readonly string[])[] = [];
  private readonly values: number[] = [];
  private readonly lines: string[] = [];
  private readonly series = new WeakMap<readonly string[], string>();

  constructor(private readonly family: Family) {
    const { name, help, type } = family;
    this.header = `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
  }

  /** @param samples label values are the same array as long as the series is the same, or are rendered anew */
  render(samples: readonly Sample[], out: GrowingBytes): void {
    if (samples.length < this.lines.length) this.shorten(samples.length);
    samples.forEach(({ labelValues, value }, i) => {
      if (this.values[i] === value && this.labelValues[i] === labelValues) return;
      this.values[i] = value;
      this.labelValues[i] = labelValues;
      this.lines[i] = `${this.seriesOf(labelValues)} ${formatValue(value)}\n`;
    });
    out.write(this.header);
    for (let i = 0; i < this.lines.length; i += linesAtOnce) {
      out.write(this.lines.slice(i, i + linesAtOnce).join(''));
    }
  }

  private shorten(length: number): void {
    this.values.length = length;
    this.labelValues.length = length;
    this.lines.length = length;
  }

  private seriesOf(labelValues: readonly string[]): string {
    let series = this.series.get(labelValues);
    if (series === undefined) {
      series = seriesText(this.family, labelValues);
      this.series.set(labelValues, series);
    }
    return series;
  }
}

function seriesText({ name, labels }: Family, labelValues: readonly string[]): string {
  if (labels.length === 0) return name;
  const pairs = labels.map((label, i) => `${label}="${escapeLabelValue(labelValues[i] ?? '')}"`);
  return `${name}{${pairs.join(',')}}`;
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
