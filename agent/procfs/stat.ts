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

const letterC = 0x63;
const newline = 0x0a;

/**
 * Parses the lines `cpu0`, `cpu1`, … in the first `length` bytes of `/proc/stat`: only CPUs that are online
 * have one. They come first; behind them is a line of one number an interrupt, which is long.
 */
export function parseStat(bytes: Buffer, length: number, path: string): CpuTimes[] {
  const cpus: CpuTimes[] = [];
  for (let start = 0; start < length && bytes[start] === letterC;) {
    const next = bytes.indexOf(newline, start);
    const end = next < 0 || next > length ? length : next;
    const line = bytes.toString('latin1', start, end);
    start = end + 1;
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
