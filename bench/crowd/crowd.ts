import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { UserError } from '../../scripts/user-error';
import type { Cgroup } from '../cgroups/cgroup';
import { compiledProgram, namedProgram } from '../compiled-program';
import { crowdPlan, type CrowdShape } from './crowd-plan';

/** A burst is at most this long, so that few of the crowd compete for a CPU at a time. */
const longestBurstUsec = 1000;

/**
 * Starts the processes of a crowd in cgroups of their own, and waits until all their threads run. They end
 * with `cgroup.remove()`; their parent is PID 1, as on a node.
 */
export async function startCrowd(cgroup: Cgroup, shape: CrowdShape): Promise<void> {
  const folder = await compiledProgram(import.meta.dirname);
  const plan = crowdPlan(shape);
  for (const one of new Set(plan.map((process) => process.cgroup))) cgroup.make(one);
  for (const name of new Set(plan.map((process) => process.name))) {
    await namedProgram(folder, 'crowd', name);
  }
  const perSecond = shape.activeMsPerSecond * 1000;
  const burst = Math.min(longestBurstUsec, perSecond);
  const period = Math.round((burst / perSecond) * 1_000_000);
  const lines = plan.map(({ cgroup: below, name, threads, threadNames, active }) => {
    const procsFile = path.join(cgroup.folder, below, 'cgroup.procs');
    return `${procsFile} ${name} ${threads} ${threadNames} ${active ? burst : 0} ${active ? period : 1}\n`;
  });
  const child = spawn(path.join(folder, 'crowd'), { stdio: ['pipe', 'pipe', 'pipe'] });
  let dots = 0;
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => (dots += chunk.length));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(lines.join(''));
  // Closes when the last of them has closed its standard output. Standard error stays open with them.
  await once(child.stdout, 'close');
  if (dots !== plan.length) {
    throw new UserError(
      `Of ${plan.length} processes of the bench only ${dots} could be started: ${complaint.trim() || 'they said nothing'}.`,
    );
  }
  child.stderr.destroy();
}
