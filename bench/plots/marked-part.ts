const begin = '<!-- Written by `npm run plots` from bench/results/; a test compares the two. -->';
const end = '<!-- Written by hand from here on. -->';

/**
 * A page with new figures between its two marks.
 * @throws Error when the page does not have both, in this order
 */
export function withFigures(page: string, figures: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) {
    throw new Error(`Expected ${begin} and, below it, ${end}; found another page.`);
  }
  return `${page.slice(0, from + begin.length)}\n\n${figures.trim()}\n\n${page.slice(to)}`;
}
