import { cpuClasses, nodeCpuModes, type NodeCpuMode } from '../../metrics/hostproc';
import type { VectorSeries } from '../http-api/responses';
import { accountParts } from '../promql/queries/account';
import { joinParts } from './join';

/** Cores now and on average over the range; absent where there is too little data for it. */
export interface Usage {
  readonly now?: number;
  readonly average?: number;
}

/** One class of the account. */
export interface ClassUsage extends Usage {
  /** One of `cpuClasses`, or what a newer agent calls its own. */
  readonly class: string;
}

/** How the node's capacity divides. All values in cores, never rounded. */
export interface Account {
  /** Every known class in stack order, then unknown ones; a class without series used nothing. */
  readonly classes: readonly ClassUsage[];
  /** All classes together: the headline, so that rows add up to it. */
  readonly busy: Usage;
  readonly modes: Readonly<Record<Exclude<NodeCpuMode, 'busy'>, Usage>>;
  /** Online CPUs; absent when the agent does not tell. */
  readonly cpus?: number;
}

function usageOf(values: Readonly<Record<string, number>>): Usage {
  const now = values[accountParts.now];
  const average = values[accountParts.average];
  return { ...(now !== undefined && { now }), ...(average !== undefined && { average }) };
}

function sumOf(usages: readonly Usage[], figure: keyof Usage): number | undefined {
  const values = usages.flatMap((usage) => usage[figure] ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}

/** Adds up usages; a figure is absent only where no usage has it. */
export function totalUsage(usages: readonly Usage[]): Usage {
  const now = sumOf(usages, 'now');
  const average = sumOf(usages, 'average');
  return { ...(now !== undefined && { now }), ...(average !== undefined && { average }) };
}

/** Cores that some of the classes use now; undefined where nothing is told of now. */
export function coresOf(
  { classes }: Account,
  belongs: (name: string) => boolean,
): number | undefined {
  return sumOf(
    classes.filter(({ class: name }) => belongs(name)),
    'now',
  );
}

/**
 * The account from the answer to the account question; undefined when no class has a value, which
 * means that the agent did not report (yet) and not that the node did nothing.
 */
export function accountOf(vector: readonly VectorSeries[]): Account | undefined {
  const rows = joinParts(vector);
  const answered = new Map(
    rows.flatMap(({ labels, values }) =>
      labels.class === undefined ? [] : [[labels.class, usageOf(values)] as const],
    ),
  );
  if (answered.size === 0) return undefined;
  const found = totalUsage([...answered.values()]);
  // A class that the node does not have (no session, no podman) has no series: it used nothing.
  const nothing: Usage = {
    ...(found.now !== undefined && { now: 0 }),
    ...(found.average !== undefined && { average: 0 }),
  };
  const names = new Set<string>([...cpuClasses, ...[...answered.keys()].sort()]);
  const classes = [...names].map((name) => ({
    class: name,
    ...nothing,
    ...answered.get(name),
  }));
  const modes = Object.fromEntries(
    nodeCpuModes.map((mode) => [
      mode,
      usageOf(rows.find(({ labels }) => labels.mode === mode)?.values ?? {}),
    ]),
  ) as Record<NodeCpuMode, Usage>;
  const cpus = rows.find(({ values }) => accountParts.cpus in values)?.values[accountParts.cpus];
  return {
    classes,
    busy: found,
    modes: { idle: modes.idle, iowait: modes.iowait, steal: modes.steal },
    ...(cpus !== undefined && { cpus }),
  };
}
