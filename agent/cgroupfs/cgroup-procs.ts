/**
 * Parses the first `length` bytes of `cgroup.procs`: one pid a line, not sorted, possibly twice, without
 * zombies; see cgroups(7).
 */
export function parseCgroupProcs(bytes: Buffer, length: number): number[] {
  const pids: number[] = [];
  let pid = 0;
  let digits = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) {
      pid = pid * 10 + byte - 0x30;
      digits++;
    } else if (digits > 0) {
      pids.push(pid);
      pid = 0;
      digits = 0;
    }
  }
  return pids;
}
