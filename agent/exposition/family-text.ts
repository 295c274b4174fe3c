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
  // Of the line of each sample, in bytes: all of it, and what stands before the value.
  private readonly lineLengths: number[] = [];
  private readonly labelLengths: number[] = [];

  constructor(private readonly family: Family) {
    const { name, help, type } = family;
    this.header = `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
    this.headerLength = Buffer.byteLength(this.header);
  }

  /**
   * @param samples those that are the same objects as before are found fastest, and in the same array even faster
   * @param before the exposition that was rendered last; it may be without this family
   * @param number of the one that is written to `out`, not yet used for another
   */
  render(samples: readonly Sample[], before: Exposition, out: GrowingBytes, number: number): void {
    const isThere = this.number === before.number;
    this.number = number;
    const start = out.length;
    if (!isThere) {
      this.samples = [];
      this.lineLengths.length = 0;
      out.write(this.header);
      this.renderLines(samples, before.bytes, 0, out);
    } else if (samples === this.samples) {
      out.copy(before.bytes, this.start, this.start + this.length);
    } else {
      out.copy(before.bytes, this.start, this.start + this.headerLength);
      this.renderLines(samples, before.bytes, this.start + this.headerLength, out);
    }
    this.start = start;
    this.length = out.length - start;
    this.samples = samples;
  }

  /** @param begin where the first line is in `before` */
  private renderLines(
    samples: readonly Sample[],
    before: Buffer,
    begin: number,
    out: GrowingBytes,
  ): void {
    const { samples: known, lineLengths, labelLengths } = this;
    // Up to here everything was copied, and from here the line of the sample begins.
    let from = begin;
    let at = begin;
    samples.forEach((sample, i) => {
      const end = at + (lineLengths[i] ?? 0);
      const last = known[i];
      if (sample !== last) {
        const isAsBefore = last !== undefined && isSame(last.labelValues, sample.labelValues);
        if (!isAsBefore || last.value !== sample.value) {
          const labelLength = isAsBefore ? (labelLengths[i] ?? 0) : 0;
          out.copy(before, from, at + labelLength);
          if (!isAsBefore) labelLengths[i] = out.write(seriesText(this.family, sample.labelValues));
          const valueLength = out.writeAscii(`${formatValue(sample.value)}\n`);
          lineLengths[i] = (labelLengths[i] ?? 0) + valueLength;
          from = end;
        }
      }
      at = end;
    });
    out.copy(before, from, at);
    lineLengths.length = labelLengths.length = samples.length;
  }
}

/** Of the same family: thousands keep their array, a few are made for each scrape. */
function isSame(before: readonly string[], now: readonly string[]): boolean {
  return before === now || before.every((value, i) => value === now[i]);
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
