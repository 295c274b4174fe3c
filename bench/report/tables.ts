/** A figure that must be reached, and what was measured. */
export interface Target {
  readonly target: string;
  readonly measured: string;
  /** `undefined`: not measured in this run. */
  readonly reached: boolean | undefined;
}

/** A table in Markdown, the first column to the left and figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map(line).join('\n');
}

export function targetsTable(targets: readonly Target[]): string {
  return table(
    ['target', 'measured', ''],
    targets.map(({ target, measured, reached }) => [
      target,
      measured,
      reached === undefined ? 'not measured' : reached ? 'reached' : '**missed**',
    ]),
  );
}
