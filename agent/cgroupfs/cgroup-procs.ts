/** Parses `cgroup.procs`: one pid a line, not sorted, possibly twice, without zombies; see cgroups(7). */
export function parseCgroupProcs(bytes: Buffer): number[] {
  const pids: number[] = [];
  let pid = 0;
  let digits = 0;
  for (const byte of bytes) {
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
