import type { Question } from '../../../prometheus/promql/queries/question';
import type { Asked } from '../../hooks/inquiries';

/** The address of the console's Metrics page with the very query of a question. */
export function inspectPath(question: Question, asked: Asked): string {
  const { promql } = question.expression(asked);
  return `/monitoring/query-browser?query0=${encodeURIComponent(promql)}`;
}
