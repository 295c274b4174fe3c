import type { Family } from '../../metrics/family';
import type { Sample } from '../collectors/collector';
import type { GrowingBytes } from './growing-bytes';

/** So many lines are joined before they are written: few enough for a string that dies young. */
const linesAtOnce = 256;
const piecesInLine = 2;

/**
 * The text of one family. In most scrapes most series are where they were, and have the value that they had:
 * what their lines are made of is kept. Rendering all anew would take most of the time of a scrape.
 */
export class FamilyText {
  private readonly header: string;
  // Of the line at each place: whose it is, by its array of label values, its value, and its pieces.
  private readonly labelValues: (readonly string[])[] = [];
  private readonly values: number[] = [];
  private readonly pieces: string[] = [];
  private readonly series = new WeakMap<readonly string[], string>();

  constructor(private readonly family: Family) {
    const { name, help, type } = family;
    this.header = `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
  }

  /** @param samples label values are the same array as long as the series is the same, or are rendered anew */
  render(samples: readonly Sample[], out: GrowingBytes): void {
    if (samples.length < this.values.length) this.shorten(samples.length);
    samples.forEach(({ labelValues, value }, i) => {
      if (this.labelValues[i] !== labelValues) {
        this.labelValues[i] = labelValues;
        this.pieces[piecesInLine * i] = this.seriesOf(labelValues);
      } else if (this.values[i] === value) return;
      this.values[i] = value;
      this.pieces[piecesInLine * i + 1] = `${formatValue(value)}\n`;
    });
    out.write(this.header);
    for (let i = 0; i < this.pieces.length; i += piecesInLine * linesAtOnce) {
      out.write(this.pieces.slice(i, i + piecesInLine * linesAtOnce).join(''));
    }
  }

  private shorten(length: number): void {
    this.values.length = length;
    this.labelValues.length = length;
    this.pieces.length = piecesInLine * length;
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

/** With the blank before the value. Joined, not concatenated: V8 copies what is concatenated piece by piece, each time. */
function seriesText({ name, labels }: Family, labelValues: readonly string[]): string {
  if (labels.length === 0) return `${name} `;
  const pairs = labels.map((label, i) => `${label}="${escapeLabelValue(labelValues[i] ?? '')}"`);
  return [name, '{', pairs.join(','), '} '].join('');
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
