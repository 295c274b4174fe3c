import { type Machine, machineText } from '../machine';
import { table, type Target, targetsTable } from '../report/tables';
import type { Plan } from './options';
import type { Figures } from './targets';

/** Everything that a run found out. */
export interface Report {
  readonly date: string;
  readonly plan: Plan;
  readonly machine: Machine;
  readonly figures: Omit<Figures, 'own'>;
  /** Seconds that the workloads' long-lived processes used themselves, by getrusage(2). */
  readonly ownSeconds: Readonly<Record<string, number>>;
  readonly targets: readonly Target[];
}

/** The report for a person, in Markdown. */
export function asMarkdown({ date, plan, machine, figures, targets }: Report): string {
  // Rounding may leave a little less than nothing.
  const percent = (value: number) => value.toFixed(2).replace(/^-0\.00$/, '0.00');
  const seconds = (value: number) => value.toFixed(2);
  const churn = figures.churn.map((row) => [
    row.workload,
    seconds(row.truthSeconds),
    percent(row.processExporterPercent),
    percent(row.namedPercent),
    percent(row.exitedPercent),
    percent(row.rightUnitPercent),
    percent(row.sliceOnlyPercent),
    percent(row.lostPercent),
  ]);
  const closure = figures.closure.map((row) => [
    row.load,
    ...[row.capacity, row.busy, row.agentBusy, row.explained, row.unattributed].map(seconds),
    percent(row.openPercent),
    percent(row.allowedPercent),
  ]);
  return `# Accuracy, ${date}

Scraped every ${plan.intervalSeconds} s; ${plan.churnSeconds} s of churn, ${plan.closureSeconds} s of each load.${plan.quick ? ' A quick run: shorter than what the targets speak of.' : ''}
${machineText(machine)}
To repeat, as root: \`npm run bench:accuracy${plan.quick ? ' -- --quick' : ''}\`

## Churn

All columns but the truth in percent of it. Truth is \`usage_usec\` of the workload's slice, read by the bench.

${table(['workload', 'truth s', 'process-exporter saw', 'we named', 'we saw as (exited)', 'in the right unit', 'in the right slice only', 'lost'], churn)}

## The node

Seconds of CPU. Busy is what the bench read in \`/proc/stat\`; open is what no class but \`unattributed\` explains, in percent of busy.

${table(['load', 'capacity', 'busy', 'busy to the agent', 'explained', 'unattributed', 'open', 'allowed'], closure)}

## Targets

${targetsTable(targets)}
`;
}
