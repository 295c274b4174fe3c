import { readFileSync } from 'node:fs';
import os from 'node:os';
import { projectFolder } from '../scripts/project-folder';
import { runProgram } from '../scripts/run-program';

/** What somebody must know to compare results. */
export interface Machine {
  readonly cpu: string;
  readonly cpus: number;
  readonly memoryGiB: number;
  readonly kernel: string;
  readonly cgroups: string;
  readonly nodejs: string;
  /** Over one minute, before the run began: other work on the machine is noise. */
  readonly loadAverage: number;
  readonly commit: string;
}

/** @param nodejs the version that the agent runs on, when it is not the one that runs the bench */
export async function describeMachine(nodejs = process.version): Promise<Machine> {
  const cpus = os.cpus();
  const hybrid = /^0::/m.test(readFileSync('/proc/self/cgroup', 'utf8').replace(/^0::.*\n$/, ''));
  const git = await runProgram('git', ['describe', '--always', '--dirty'], { cwd: projectFolder });
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cpus: cpus.length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    kernel: os.release(),
    cgroups: hybrid ? 'hybrid' : 'v2',
    nodejs,
    loadAverage: os.loadavg()[0] ?? 0,
    commit: git.status === 0 ? git.output.trim() : 'unknown',
  };
}

/** The machine in one line, for reports. */
export function machineText(machine: Machine): string {
  const { cpus, cpu, memoryGiB, kernel, cgroups, nodejs, loadAverage, commit } = machine;
  return `Machine: ${cpus} × ${cpu}, ${memoryGiB} GiB, Linux ${kernel}, cgroups ${cgroups}, Node.js ${nodejs}; load average ${loadAverage.toFixed(2)} before the run. Agent: ${commit}.`;
}
