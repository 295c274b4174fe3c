import { numberFormat } from './number-format';

function fixed(value: number, digits: number, language: string): string {
  const format = numberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A hyphen is too short for a minus, and may be left behind at the end of a line.
  return format.format(value).replace('-', '\u2212');
}

/** Cores as the page shows them: two decimals, one from 100 on; little is "<0.01", nothing is "0". */
export function formatCores(cores: number, language: string): string {
  if (cores === 0) return fixed(0, 0, language);
  if (cores > 0 && cores < 0.01) return `<${fixed(0.01, 2, language)}`;
  return fixed(cores, Math.abs(cores) >= 100 ? 1 : 2, language);
}

/** Cores on an axis, with as few decimals as the distance of its ticks needs. */
export function formatAxisCores(cores: number, tickStep: number, language: string): string {
  const digits = Math.max(0, -Math.floor(Math.log10(tickStep) + 1e-9));
  return fixed(cores, digits, language);
}

/** Millicores, for tiny values where two decimals of a core say too little. */
export function formatMillicores(cores: number, language: string): string {
  return numberFormat(language, { maximumSignificantDigits: 3 }).format(cores * 1000);
}

/** A number of CPUs: whole, as a rule. */
export function formatCpus(cpus: number, language: string): string {
  return numberFormat(language, { maximumFractionDigits: 2 }).format(cpus);
}
