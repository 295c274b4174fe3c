import type { Expression } from '../expression';

/** What a question is asked about. Times are in milliseconds. */
export interface Scope {
  /** Name of the node: the value of `instance` on all our series. */
  readonly node: string;
  /** The range that an average covers; it ends at the moment of the query. */
  readonly rangeMs: number;
  readonly scrapeIntervalMs: number;
}

/** A named question to Prometheus. Panels, exports and rule checks take their PromQL from here. */
export interface Question<Label extends string = string> {
  readonly id: string;
  /** What the answer tells and in which unit, in one sentence. */
  readonly about: string;
  /** `instant` questions are asked at one moment, `range` questions at every step of a range. */
  readonly kind: 'instant' | 'range';
  readonly expression: (scope: Scope) => Expression<Label>;
}

/** Keeps the label types of a question; nothing else. */
export function question<Label extends string>(definition: Question<Label>): Question<Label> {
  return Object.freeze(definition);
}
