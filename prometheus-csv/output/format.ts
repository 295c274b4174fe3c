import { stringify } from 'yaml';
import type { Format } from '../command-line/choices';
import { csvText } from './csv';
import { objectsOf, type Document } from './document';
import { tableText } from './table';

/** The text of a document in a format, with its last line ended. */
export function textOf(document: Document, format: Format): string {
  switch (format) {
    case 'csv':
      return csvText(document);
    case 'json':
      return `${JSON.stringify({ ...document.about, rows: objectsOf(document) }, null, 2)}\n`;
    case 'yaml':
      return stringify({ ...document.about, rows: objectsOf(document) });
    case 'table':
      return tableText(document);
  }
}
