import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '../../demo/launcher/lifetime';
import type { Cgroup } from '../cgroups/cgroup';
import { LoadProcess } from '../load/load-process';

const childLifeUsec = 200_000;
const childPercent = 3;
const dayUsec = 86_400_000_000;
const unitMs = 2000;
const betweenUnitsMs = 3000;

/**
 * What comes and goes on every node: a service whose short-lived children exec, as probes do, and a unit
 * that lives for two seconds and is gone for three.
 * @returns ends it
 */
export async function startChurn(lifetime: Lifetime, cgroup: Cgroup): Promise<() => Promise<void>> {
  const prober = await LoadProcess.start(cgroup.make('system.slice/prober.service'), 'prober');
  // It is ended in the middle of this, and does not answer then.
  prober.do(`exec ${dayUsec} ${childLifeUsec} ${childPercent}`).catch(() => undefined);
  const ending = new AbortController();
  const stopped = runUnits(cgroup, ending.signal);
  // Whoever ends it hears of what went wrong.
  stopped.catch(() => undefined);
  const end = async () => {
    ending.abort();
    await stopped;
  };
  lifetime.add(end);
  return end;
}

async function runUnits(cgroup: Cgroup, signal: AbortSignal): Promise<void> {
  for (let serial = 1; !signal.aborted; serial++) {
    const unit = cgroup.make(`system.slice/run-${serial}.scope`);
    const job = await LoadProcess.start(unit, 'job');
    await job.do(`live ${unitMs * 1000} 2`);
    await unit.remove();
    await sleep(betweenUnitsMs);
  }
}
