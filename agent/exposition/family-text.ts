import type { Family } from '../../metrics/family';
import type { Sample } from '../collectors/collector';
import type { GrowingBytes } from './growing-bytes';

/** What was rendered for one scrape. */
export interface Exposition {
  /** Of all that were begun, from 1; 0 is the empty one before the first. */
  readonly number: number;
  readonly bytes: Buffer;
}

/**
 * The text of one family, exposition by exposition. In most scrapes most series are where they were, and have
 * the value that they had: what lies between the values that changed is copied from the exposition before.
 * Rendering all anew would take most of the time of a scrape.
 */
export class FamilyText {
  private readonly header: string;
  private readonly headerLength: number;
  /** The exposition that has this text, of which alone what follows is true. */
  private number = -1;
  private start = 0;
  private length = 0;
  private samples: readonly Sample[] = [];
  // Of the line at each place there: whose it is, by its array of label values, its value, where that
  // begins, and where the line ends. Counted from the start.
  private readonly labelValues: (readonly string[])[] = [];
  private readonly values: number[] = [];
  private readonly valueStarts: number[] = [];
  private readonly lineEnds: number[] = [];

  constructor(private readonly family: Family) {
    const { name, help, type } = family;
    this.header = `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
    this.headerLength = Buffer.byteLength(this.header);
  }

  /**
   * @param samples of an array that is the same as before nothing changed; of others, those whose label values
   * are the same array as before are found fastest
   * @param before the exposition that was rendered last; it may be without this family
   * @param number of the one that is written to `out`, not yet used for another
   */
  render(samples: readonly Sample[], before: Exposition, out: GrowingBytes, number: number): void {
    const isThere = this.number === before.number;
    const { start } = this;
    this.number = number;
    this.start = out.length;
    if (!isThere) {
      this.shorten(0);
      out.write(this.header);
      this.renderLines(samples, before.bytes, 0, 0, out);
    } else if (samples === this.samples) {
      out.copy(before.bytes, start, start + this.length);
    } else {
      this.renderLines(samples, before.bytes, start, this.headerLength, out);
    }
    this.samples = samples;
    this.length = out.length - this.start;
  }

  /**
   * @param start of this family in `before`
   * @param kept how much of it, from there, is still to be copied to `out`
   */
  private renderLines(
    samples: readonly Sample[],
    before: Buffer,
    start: number,
    kept: number,
    out: GrowingBytes,
  ): void {
    const { labelValues, values, valueStarts, lineEnds } = this;
    const begin = this.start;
    // From here to there everything is as it was, and still to be copied.
    let from = 0;
    let to = kept;
    samples.forEach((sample, i) => {
      const valueStart = valueStarts[i] ?? 0;
      const lineEnd = lineEnds[i] ?? 0;
      if (!isSame(labelValues[i], sample.labelValues)) {
        out.copy(before, start + from, start + to);
        out.write(seriesText(this.family, sample.labelValues));
        labelValues[i] = sample.labelValues;
      } else if (values[i] === sample.value) {
        const shift = out.length - begin - from;
        if (shift !== 0) {
          valueStarts[i] = valueStart + shift;
          lineEnds[i] = lineEnd + shift;
        }
        to = lineEnd;
        return;
      } else out.copy(before, start + from, start + valueStart);
      values[i] = sample.value;
      valueStarts[i] = out.length - begin;
      out.writeAscii(`${formatValue(sample.value)}\n`);
      lineEnds[i] = out.length - begin;
      from = lineEnd;
      to = lineEnd;
    });
    out.copy(before, start + from, start + to);
    if (samples.length < labelValues.length) this.shorten(samples.length);
  }

  private shorten(length: number): void {
    for (const column of [this.labelValues, this.values, this.valueStarts, this.lineEnds]) {
      column.length = length;
    }
  }
}

/** Of the same family: thousands keep their array, a few are made for each scrape. */
function isSame(before: readonly string[] | undefined, now: readonly string[]): boolean {
  return before === now || (before?.every((value, i) => value === now[i]) ?? false);
}

/** With the blank before the value. Joined, not concatenated: V8 copies what is concatenated piece by piece. */
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
