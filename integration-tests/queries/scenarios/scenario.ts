import type { Expression } from '../../../prometheus/promql/expression';
import type { Question, Scope } from '../../../prometheus/promql/queries/question';
import type { Labels } from '../known-world/series';
import { nodes } from '../known-world/nodes';

/** One series of an answer. */
export type Row = readonly [labels: Labels, value: number];

/** What is asked of the known world, and all of the right answer. */
export interface Asked {
  readonly promql: string;
  /** A `range` is asked for all its minutes at once, an `instant` for each by itself. */
  readonly kind: Question['kind'];
  /** By the minute of the world; it is asked three seconds later. */
  readonly answers: Readonly<Record<number, readonly Row[]>>;
  /** Where this is too much for promtool, which takes 10,000 samples: what it is asked instead, part by part. */
  readonly forPromtool?: string;
}

/** What one question means in the known world. */
export interface Scenario {
  /** The question's id, or its name among the questions of windows. */
  readonly id: string;
  readonly asked: readonly Asked[];
}

const scope: Scope = { node: nodes.asked.name, rangeMs: 3_600_000, scrapeIntervalMs: 15_000 };

/** What a question answers at the end of the hour, about the node that is asked about unless another is named. */
export function atTheEnd(
  question: Question,
  rows: readonly Row[],
  about: Partial<Scope> = {},
): Asked {
  return throughTheHour(question, { 120: rows }, about);
}

/** What a question answers at some minutes. */
export function throughTheHour(
  { expression, kind }: Question,
  answers: Asked['answers'],
  about: Partial<Scope> = {},
): Asked {
  return { promql: expression({ ...scope, ...about }).promql, kind, answers };
}

/** What a question of windows answers at the end of the hour. */
export function inWindow({ promql }: Expression<string>, rows: readonly Row[]): Asked {
  return { promql, kind: 'instant', answers: { 120: rows } };
}

/** Rows of one part of an answer. */
export function part(name: string, rows: readonly Row[]): Row[] {
  return rows.map(([labels, value]) => [{ ...labels, part: name }, value]);
}

/** A single number as one part of an answer. */
export const single = (name: string, value: number): Row => [{ part: name }, value];

/**
 * Mean of what the agent counted in the hour. Between its 240 scrapes lie 239 intervals: 119 before the
 * change, one that was lost with the restart, and 119 after it, some of which may differ from the others.
 */
export function overTheHour(
  first: number,
  second: number,
  ...others: readonly (readonly [intervals: number, cores: number])[]
): number {
  const differing = others.reduce((sum, [intervals]) => sum + intervals, 0);
  const more = others.reduce((sum, [intervals, cores]) => sum + intervals * cores, 0);
  return (119 * first + (119 - differing) * second + more) / 239;
}

/** Mean of what kubelet counted: 59 of its 119 intervals lie before the change, and one is the burst. */
export function overKubeletsHour(first: number, second: number, burst = second): number {
  return (59 * first + 59 * second + burst) / 119;
}

/** The largest mean of two minutes: seven intervals of the agent, of which two are the burst. */
export const peak = (second: number, burst: number) => (5 * second + 2 * burst) / 7;

/** The same of kubelet: three intervals, of which one is the burst. */
export const kubeletsPeak = (second: number, burst: number) => (2 * second + burst) / 3;
