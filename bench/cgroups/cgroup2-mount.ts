import { readFileSync } from 'node:fs';
import { UserError } from '../../scripts/user-error';

/**
 * Where a cgroup v2 hierarchy is mounted on this machine, hybrid hosts included, whose cgroups have a
 * `cpu.stat` with or without controllers.
 * @throws UserError in one sentence, when there is none or we are not root
 */
export function cgroup2Mount(): string {
  if (process.getuid?.() !== 0) {
    throw new UserError(
      'Making cgroups needs root, and this is another user; run it by sudo or in a VM of your own.',
    );
  }
  const mountinfo = readFileSync('/proc/self/mountinfo', 'utf8');
  for (const line of mountinfo.split('\n')) {
    const [before, after] = line.split(' - ');
    const [, , , , mountPoint] = before?.split(' ') ?? [];
    if (mountPoint !== undefined && after?.startsWith('cgroup2 ')) return mountPoint;
  }
  throw new UserError(
    'No cgroup v2 hierarchy was found in /proc/self/mountinfo; mount one: mount -t cgroup2 none /mnt.',
  );
}
