import { numberFormat } from './number-format';

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** Bytes as the console writes them: in the largest binary unit that leaves a whole, "152.6 MiB". */
export function formatBytes(bytes: number, language: string): string {
  let value = bytes;
  let unit: (typeof units)[number] = 'B';
  for (const next of units.slice(1)) {
    if (Math.abs(value) < 1024) break;
    value /= 1024;
    unit = next;
  }
  return `${numberFormat(language, { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}
