import { csvText as textOf } from '../../prometheus/series/csv-text';
import type { Document } from './document';

/** A document as CSV. */
export function csvText({ columns, lines }: Pick<Document, 'columns' | 'lines'>): string {
  return textOf([columns, ...lines.map((line) => line.map((cell) => cell ?? undefined))]);
}
