import { exportGrowth } from './export-growth';
import { exportLegacy } from './export-legacy';
import { exportReport } from './export-report';
import { exportRows } from './export-rows';
import { exportVerdict } from './export-verdict';
import type { Inquiry, Outcome } from './inquiry';

export type { Inquiry } from './inquiry';

/** What the program can be asked for: a file each. */
export const commands: Record<
  'export' | 'legacy' | 'growth' | 'verdict' | 'report',
  (inquiry: Inquiry) => Promise<Outcome>
> = {
  export: exportRows,
  legacy: exportLegacy,
  growth: exportGrowth,
  verdict: exportVerdict,
  report: exportReport,
};
