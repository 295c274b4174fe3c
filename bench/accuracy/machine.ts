import { readFileSync } from 'node:fs';
import os from 'node:os';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';

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

export async function describeMachine(): Promise<Machine> {
  const cpus = os.cpus();
  const hybrid = /^0::/m.test(readFileSync('/proc/self/cgroup', 'utf8').replace(/^0::.*\n$/, ''));
  const git = await runProgram('git', ['describe', '--always', '--dirty'], { cwd: projectFolder });
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cpus: cpus.length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    kernel: os.release(),
    cgroups: hybrid ? 'hybrid' : 'v2',
    nodejs: process.version,
    loadAverage: os.loadavg()[0] ?? 0,
    commit: git.status === 0 ? git.output.trim() : 'unknown',
  };
}
