import { kernelFileReads } from '../../metrics/agent';
import { parseExposition } from '../exposition/parse-exposition';
import { spreadOf, sum } from '../report/statistics';

/** Reads in a scrape, by what the agent says of itself in one exposition after another: the median. */
export function ownReads(texts: readonly string[]): number {
  const totals = texts.map((text) =>
    sum(
      parseExposition(text)
        .filter(({ name }) => name === kernelFileReads.name)
        .map(({ value }) => value),
    ),
  );
  return spreadOf(totals.slice(1).map((total, i) => total - (totals[i] ?? 0))).median;
}
