import type { Family } from '../../metrics/family';
import type { FamilySamples } from '../collectors/collector';
import { FamilyText } from './family-text';
import { GrowingBytes } from './growing-bytes';

/** https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4. */
export const contentType = 'text/plain; version=0.0.4; charset=utf-8';

/** Of an exposition that nobody has rendered yet. */
const firstCapacity = 64 * 1024;

/**
 * Renders expositions, one after the other: lines that did not change since the last are not made anew. The
 * whole is never a string: one so large would live long enough for the garbage collector to move it to
 * where only its slowest work finds it.
 */
export class TextFormat {
  private readonly texts = new Map<Family, FamilyText>();
  private capacity = firstCapacity;

  /**
   * Families with their samples. A family without samples is left out: absent is not zero.
   * @param rest what others have rendered already
   */
  render(families: readonly FamilySamples[], rest = ''): Buffer {
    const out = new GrowingBytes(this.capacity);
    for (const { family, samples } of families) {
      if (samples.length > 0) this.textOf(family).render(samples, out);
    }
    out.write(rest);
    const { written } = out;
    this.capacity = Math.max(firstCapacity, Math.ceil(written.length * 1.1));
    return written;
  }

  private textOf(family: Family): FamilyText {
    let text = this.texts.get(family);
    if (!text) {
      text = new FamilyText(family);
      this.texts.set(family, text);
    }
    return text;
  }
}
