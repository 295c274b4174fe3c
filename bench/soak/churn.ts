import type { Cgroup } from '../cgroups/cgroup';
import { LoadProcess } from '../load/load-process';

/** Units and groups that come and go again and again: more than the agent's budget of 300 groups. */
const distinctNames = 400;
const secondUsec = 1_000_000;
const childLifeUsec = 4000;

/** Parents of children that live for 4 ms: forked, forked twice, and such that exec. */
const kinds = ['fork', 'double-fork', 'exec'] as const;

/**
 * Until it is stopped: short-lived processes all the time, and units one after another that live for a
 * moment, each with a process and threads of its name.
 */
export async function churnUntil(cgroup: Cgroup, signal: AbortSignal): Promise<void> {
  await Promise.all([
    ...kinds.map((kind) => children(cgroup, kind, signal)),
    units(cgroup, signal),
  ]);
}

async function children(cgroup: Cgroup, kind: string, signal: AbortSignal): Promise<void> {
  const parent = await LoadProcess.start(cgroup.make(`${kind}.service`), `soak-${kind}`);
  while (!signal.aborted) await parent.do(`${kind} ${secondUsec} ${childLifeUsec} 5`);
  await parent.end();
}

async function units(cgroup: Cgroup, signal: AbortSignal): Promise<void> {
  for (let serial = 0; !signal.aborted; serial++) {
    const name = `soak-${serial % distinctNames}`;
    const unit = cgroup.make(`system.slice/${name}.service`);
    const job = await LoadProcess.start(unit, name);
    await job.do('threads 4 50000 20');
    await job.end();
    await unit.remove();
  }
}
