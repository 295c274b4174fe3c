/** The types of the Prometheus text format 0.0.4 that we expose. */
export type FamilyType = 'counter' | 'gauge';

/**
 * One row of the metric contract: what a family is called and what it means. The agent, the queries,
 * the documentation and the rule tests take every such fact from here.
 */
export interface Family<Label extends string = string> {
  readonly name: string;
  readonly type: FamilyType;
  /** One sentence, as it appears behind `# HELP`. */
  readonly help: string;
  /** Label names in the order in which they are exposed. */
  readonly labels: readonly Label[];
  /** Base unit of the values; `none` for plain numbers of things. */
  readonly unit: 'seconds' | 'cpus' | 'bytes' | 'none';
}

type Row<Label extends string> = Omit<Family<Label>, 'type'>;

/** A family whose values only rise within one life of the agent. */
export function counter<const Label extends string>(row: Row<Label>): Family<Label> {
  return Object.freeze({ ...row, type: 'counter' });
}

/** A family whose values rise and fall. */
export function gauge<const Label extends string>(row: Row<Label>): Family<Label> {
  return Object.freeze({ ...row, type: 'gauge' });
}
