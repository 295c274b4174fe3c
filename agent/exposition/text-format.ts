import type { Family } from '../../metrics/family';
import type { FamilySamples } from '../collectors/collector';
import { type Exposition, FamilyText } from './family-text';
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
  private before: Exposition = { number: 0, bytes: Buffer.alloc(0) };
  private begun = 0;

  /**
   * Families with their samples. A family without samples is left out: absent is not zero.
   * @param rest what others have rendered already
   * @returns it must not be changed: the next is made of it
   */
  render(families: readonly FamilySamples[], rest = ''): Buffer {
    const { before } = this;
    // One that fails on the way has a number of its own, too: nobody takes it for the one before.
    const number = (this.begun += 1);
    const out = new GrowingBytes(Math.max(firstCapacity, Math.ceil(before.bytes.length * 1.1)));
    for (const { family, samples } of families) {
      if (samples.length > 0) this.textOf(family).render(samples, before, out, number);
    }
    out.write(rest);
    this.before = { number, bytes: out.toBuffer() };
    return this.before.bytes;
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
