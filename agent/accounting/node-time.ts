import { tickUsec } from '../procfs/user-hz';
import type { CpuTimes } from '../procfs/stat';

type Times = Omit<CpuTimes, 'cpu'>;

interface Cpu {
  readonly sinceMs: number;
  /** The highest value seen of each time: idle and iowait may step back, see proc_stat(5). */
  readonly highest: Times;
  readonly first: Times;
  busyUsec: number;
}

/** What the node's online CPUs did since the agent began, in microseconds. */
export interface NodeTotals {
  readonly busyUsec: number;
  readonly idleUsec: number;
  readonly iowaitUsec: number;
  readonly stealUsec: number;
  /** Hardware and software interrupts as sampled at ticks; part of busy. */
  readonly interruptUsec: number;
  readonly cpus: number;
}

/**
 * The node's time. Busy is the complement of idle: elapsed time of each online CPU less its idle, iowait
 * and steal. User and system of `/proc/stat` are sampled at ticks and off by several percent.
 */
export class NodeTime {
  private readonly online = new Map<number, Cpu>();
  private readonly left: Cpu[] = [];

  /** @param atMs monotonic moment at which the times were read */
  update(cpus: readonly CpuTimes[], atMs: number): NodeTotals {
    for (const [number, cpu] of this.online) {
      if (cpus.some((times) => times.cpu === number)) continue;
      this.online.delete(number);
      this.left.push(cpu);
    }
    for (const times of cpus) {
      const cpu = this.online.get(times.cpu);
      if (cpu) advance(cpu, times, atMs);
      else {
        const first = { ...times };
        this.online.set(times.cpu, { sinceMs: atMs, highest: { ...times }, first, busyUsec: 0 });
      }
    }
    return this.totals();
  }

  private totals(): NodeTotals {
    const all = [...this.online.values(), ...this.left];
    const sum = (usecOf: (cpu: Cpu) => number) =>
      all.reduce((total, cpu) => total + usecOf(cpu), 0);
    return {
      busyUsec: sum((cpu) => cpu.busyUsec),
      idleUsec: sum((cpu) => risen(cpu, 'idleTicks')),
      iowaitUsec: sum((cpu) => risen(cpu, 'iowaitTicks')),
      stealUsec: sum((cpu) => risen(cpu, 'stealTicks')),
      interruptUsec: sum((cpu) => risen(cpu, 'irqTicks') + risen(cpu, 'softirqTicks')),
      cpus: this.online.size,
    };
  }
}

function advance(cpu: Cpu, times: Times, atMs: number): void {
  for (const name of Object.keys(cpu.highest) as (keyof Times)[]) {
    cpu.highest[name] = Math.max(cpu.highest[name], times[name]);
  }
  const elapsedUsec = Math.round((atMs - cpu.sinceMs) * 1000);
  const restUsec =
    elapsedUsec - risen(cpu, 'idleTicks') - risen(cpu, 'iowaitTicks') - risen(cpu, 'stealTicks');
  cpu.busyUsec = Math.max(cpu.busyUsec, restUsec);
}

function risen(cpu: Cpu, name: keyof Times): number {
  return (cpu.highest[name] - cpu.first[name]) * tickUsec;
}
