import { type Machine, machineText } from '../machine';
import { table } from '../report/tables';
import type { PhaseFigures, PhaseName, Sample } from './samples';

/** Everything that a run found out. */
export interface OverheadReport {
  readonly date: string;
  readonly command: string;
  readonly intervalSeconds: number;
  readonly machine: Machine;
  readonly phases: readonly PhaseFigures[];
  readonly samples: readonly Sample[];
}

/** What a phase is called to a person. */
export const phaseTitles: Readonly<Record<PhaseName, string>> = {
  absent: 'agent absent',
  present: 'present, not scraped',
  scraped: 'scraped',
};

/** The report for a person, in Markdown. */
export function asMarkdown(report: OverheadReport): string {
  const { date, command, intervalSeconds, machine, phases } = report;
  return `# Overhead, ${date}

On the crowd of size node; Prometheus scrapes the agent every ${intervalSeconds} s and evaluates the rules that we ship.
${machineText(machine)}
To repeat, as root: \`${command}\`

${phasesTable(phases)}
`;
}

/** CPU in thousandths of a core, phase by phase. */
export function phasesTable(phases: readonly PhaseFigures[]): string {
  return table(
    ['', 'seconds', 'agent, millicores', 'Prometheus, millicores'],
    phases.map(({ name, fromSeconds, toSeconds, agentMillicores, prometheusMillicores }) => [
      phaseTitles[name],
      (toSeconds - fromSeconds).toFixed(0),
      agentMillicores.toFixed(2),
      prometheusMillicores.toFixed(2),
    ]),
  );
}
