import { tasksOf } from '../observation/tasks';
import type { GroupedPass } from './grouped-pass';

/** How many threads there are, by group and then by thread name. */
export type ThreadCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

const counted = new WeakMap<GroupedPass, ThreadCounts>();

/** Counts the threads of the processes of a pass, once for all who ask: in a full one, of all there are. */
export function threadCounts(pass: GroupedPass): ThreadCounts {
  const known = counted.get(pass);
  if (known) return known;
  const counts = new Map<string, Map<string, number>>();
  for (const member of pass.members) {
    if (!member.threads) continue;
    let names = counts.get(member.groupname);
    if (!names) {
      names = new Map();
      counts.set(member.groupname, names);
    }
    for (const { comm } of tasksOf(member.account.process)) {
      const name = pass.threadname(member, comm);
      names.set(name, (names.get(name) ?? 0) + 1);
    }
  }
  counted.set(pass, counts);
  return counts;
}
