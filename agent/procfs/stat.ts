import { KernelFileError } from '../kernel-files/kernel-files';

/** Times of one online CPU since boot in ticks of USER_HZ, see proc_stat(5). */
export interface CpuTimes {
  cpu: number;
  idleTicks: number;
  iowaitTicks: number;
  irqTicks: number;
  softirqTicks: number;
  stealTicks: number;
}

/** Parses the lines `cpu0`, `cpu1`, … of `/proc/stat`: only CPUs that are online have one. */
export function parseStat(bytes: Buffer, path: string): CpuTimes[] {
  const cpus: CpuTimes[] = [];
  for (const line of bytes.toString('latin1').split('\n')) {
    const match = /^cpu(\d+) (.*)$/.exec(line);
    if (!match) continue;
    const [, , , idle, iowait, irq, softirq, steal] = (match[2] ?? '').split(' ').map(Number);
    if (steal === undefined || !Number.isFinite(steal)) {
      throw new KernelFileError(path, `expected at least 8 numbers, found ${JSON.stringify(line)}`);
    }
    cpus.push({
      cpu: Number(match[1]),
      idleTicks: idle ?? 0,
      iowaitTicks: iowait ?? 0,
      irqTicks: irq ?? 0,
      softirqTicks: softirq ?? 0,
      stealTicks: steal,
    });
  }
  if (cpus.length === 0) throw new KernelFileError(path, 'expected a line "cpu0 …", found none');
  return cpus;
}
