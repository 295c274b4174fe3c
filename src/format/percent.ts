import { numberFormat } from './number-format';

/**
 * Whole percents that add to 100, by largest remainder: each weight gets the whole part of its
 * share, and the largest rests get one more. Weights below zero count as zero; all zero gives zeros.
 */
export function wholePercents(weights: readonly number[]): number[] {
  const positive = weights.map((weight) => Math.max(0, weight));
  const sum = positive.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0)) return weights.map(() => 0);
  const exact = positive.map((weight) => (weight / sum) * 100);
  const percents = exact.map(Math.floor);
  const left = 100 - percents.reduce((total, percent) => total + percent, 0);
  const byRest = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest);
  for (const { index } of byRest.slice(0, left)) percents[index] = (percents[index] ?? 0) + 1;
  return percents;
}

function percentFormat(language: string, digits: number): Intl.NumberFormat {
  return numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A whole percent; `exact` (a ratio) tells "<1%" from "0%". */
export function formatPercent(percent: number, exact: number, language: string): string {
  const format = percentFormat(language, 0);
  return exact > 0 && exact < 0.01 ? `<${format.format(0.01)}` : format.format(percent / 100);
}

/** A ratio as percent with one decimal, for shares in a table; little is "<0.1%". */
export function formatShare(ratio: number, language: string): string {
  const format = percentFormat(language, 1);
  return ratio > 0 && ratio < 0.001 ? `<${format.format(0.001)}` : format.format(ratio);
}
