import type { Family } from '../../metrics/family';
import type { FamilySamples } from '../collectors/collector';
import { FamilyText } from './family-text';
import { GrowingBytes } from './growing-bytes';

/** https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4. */
export const contentType = 'text/plain; version=0.0.4; charset=utf-8';

/** Of an exposition that nobody has rendered yet. */
const firstCapacity = 64 * 1024;

/**
 * Renders expositions, one after the other: lines that did not change since the last are copied from it. The
 * whole is never a string: one so large would live long enough for the garbage collector to move it to
 * where only its slowest work finds it.
 */
export class TextFormat {
  private readonly texts = new Map<Family, FamilyText>();
  private before: Buffer = Buffer.alloc(0);

  /**
   * Families with their samples. A family without samples is left out: absent is not zero.
   * @param rest what others have rendered already
   * @returns it must not be changed: the next is made of it
   */
  render(families: readonly FamilySamples[], rest = ''): Buffer {
    const out = new GrowingBytes(Math.max(firstCapacity, Math.ceil(this.before.length * 1.1)));
    try {
      this.renderFamilies(families, out);
    } catch (error) {
      // Some texts know where they are in what is never given out.
      this.texts.clear();
      throw error;
    }
    out.write(rest);
    this.before = out.toBuffer();
    return this.before;
  }

  private renderFamilies(families: readonly FamilySamples[], out: GrowingBytes): void {
    const missing = new Set(this.texts.values());
    for (const { family, samples } of families) {
      if (samples.length === 0) continue;
      const text = this.textOf(family);
      text.render(samples, this.before, out);
      missing.delete(text);
    }
    for (const text of missing) text.forget();
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
