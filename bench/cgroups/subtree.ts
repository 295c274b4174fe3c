import fs from 'node:fs';
import path from 'node:path';
import { Cgroup, removeTree } from './cgroup';
import { cgroup2Mount } from './cgroup2-mount';

const ours = /^hp-[a-z]+-(\d+)\.slice$/;

/**
 * Makes the one top-level cgroup of this process, named after what it is for and our pid. What was left
 * behind by runs that were killed is removed.
 * @param purpose lower-case letters
 */
export async function makeSubtree(purpose: string): Promise<Cgroup> {
  const mount = cgroup2Mount();
  for (const name of fs.readdirSync(mount)) {
    const pid = ours.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !fs.existsSync(`/proc/${pid}`))) {
      await removeTree(path.join(mount, name));
    }
  }
  return Cgroup.make(mount, `hp-${purpose}-${process.pid}.slice`);
}
