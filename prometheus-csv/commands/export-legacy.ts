import { legacyText } from '../output/legacy';
import { askLegacy } from '../questions/ask-legacy';
import { nothingFound } from '../questions/nothing-found';
import type { Inquiry, Outcome } from './inquiry';

/** Exports what the prototype did, in its columns. */
export async function exportLegacy({ options, client }: Inquiry): Promise<Outcome> {
  const { arrangement, selection, format, legacy = 'prototype' } = options;
  const series = await askLegacy(client, arrangement.view, selection);
  if (series.length === 0) throw await nothingFound(client, selection, 'recorded');
  return {
    text: legacyText(series, legacy, selection.interval, format, arrangement),
    status: 0,
  };
}
