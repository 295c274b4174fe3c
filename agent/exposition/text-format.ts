import type { Family } from '../../metrics/family';
import type { FamilySamples, Sample } from '../collectors/collector';
import { FamilyText } from './family-text';

/** https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4. */
export const contentType = 'text/plain; version=0.0.4; charset=utf-8';

/** Renders expositions, one after the other: what did not change since the last is not rendered anew. */
export class TextFormat {
  private readonly texts = new Map<Family, FamilyText>();

  /** Families with their samples. A family without samples is left out: absent is not zero. */
  render(families: readonly FamilySamples[]): string {
    return families.map(({ family, samples }) => this.textOf(family, samples)).join('');
  }

  private textOf(family: Family, samples: readonly Sample[]): string {
    if (samples.length === 0) return '';
    let text = this.texts.get(family);
    if (!text) {
      text = new FamilyText(family);
      this.texts.set(family, text);
    }
    return text.render(samples);
  }
}
