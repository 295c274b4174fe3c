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
 * whole is never a string, and two pieces of memory take turns: what is so large and as old as a scrape would
 * else live until the garbage collector's slowest work finds it, and bring that about.
 */
export class TextFormat {
  private readonly texts = new Map<Family, FamilyText>();
  private before: Exposition = { number: 0, bytes: Buffer.alloc(0) };
  private written = new GrowingBytes(firstCapacity);
  private spare = new GrowingBytes(firstCapacity);
  private begun = 0;

  /**
   * Families with their samples. A family without samples is left out: absent is not zero.
   * @param rest what others have rendered already
   * @returns it must not be changed, as the next is made of it, and is written over by the next but one
   */
  render(families: readonly FamilySamples[], rest = ''): Buffer {
    const { before, spare: out } = this;
    // One that fails on the way has a number of its own, too: nobody takes it for the one before.
    const number = (this.begun += 1);
    out.clear();
    for (const { family, samples } of families) {
      if (samples.length > 0) this.textOf(family).render(samples, before, out, number);
    }
    out.write(rest);
    this.spare = this.written;
    this.written = out;
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
