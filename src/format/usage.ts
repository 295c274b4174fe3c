import { formatAxisCores, formatCores } from './cores';
import { numberFormat } from './number-format';

/** In what CPU use is written: in cores, or in percent of a node that has this many CPUs. */
export type Measure =
  { readonly unit: 'cores' } | { readonly unit: 'percent'; readonly cpus: number };

/** The measure of whoever says nothing else. */
export const inCores: Measure = { unit: 'cores' };

/** Cores that make one of the unit: one core, or one percent of the node. */
export function coresPerUnit(measure: Measure): number {
  return measure.unit === 'cores' ? 1 : measure.cpus / 100;
}

function percent(ratio: number, digits: number, language: string): string {
  const format = numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // As for cores: a hyphen is too short for a minus.
  return format.format(ratio).replace('-', '\u2212');
}

const little = 0.001;

/**
 * CPU use as the page writes it: cores as `formatCores` does, or percent with one decimal, where little
 * is "<0.1%" and nothing "0%".
 */
export function formatUsage(cores: number, measure: Measure, language: string): string {
  if (measure.unit === 'cores') return formatCores(cores, language);
  const ratio = cores / measure.cpus;
  if (ratio === 0) return percent(0, 0, language);
  if (ratio > 0 && ratio < little) return `<${percent(little, 1, language)}`;
  return percent(ratio, 1, language);
}

/** CPU use on an axis whose ticks are `tickStep` cores apart, with as few decimals as that needs. */
export function formatAxisUsage(
  cores: number,
  tickStep: number,
  measure: Measure,
  language: string,
): string {
  if (measure.unit === 'cores') return formatAxisCores(cores, tickStep, language);
  const step = tickStep / coresPerUnit(measure);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return percent(cores / measure.cpus, digits, language);
}
