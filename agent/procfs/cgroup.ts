/**
 * The paths in `/proc/[pid]/cgroup`, see cgroups(7): one for each hierarchy, in the file's order. They are
 * relative to the cgroup namespace of whoever reads, so they name a process and never classify one.
 */
export function parseCgroupPaths(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .flatMap((line) => /^\d+:[^:]*:(.*)$/s.exec(line)?.[1] ?? []);
}
