import { rate, select, sumBy, type Expression } from '../expression';
import { containerCpuSeconds } from '../foreign-series';
import { isNot, matchesNot, oneOf } from '../matcher';
import { withoutAgents } from '../pod-cores';
import type { Window } from './windows';

/**
 * Cores of each pod of any node, from kubelet's rows of containers (the only ones with an `id` are those
 * of cAdvisor): what runs them (conmon) is a class of the account of its own.
 */
export function podsInWindow({
  windowMs,
  nodes,
}: Window): Expression<'node' | 'namespace' | 'pod'> {
  const containers = select(containerCpuSeconds, {
    pod: isNot(''),
    container: matchesNot('|POD'),
    id: isNot(''),
    ...(nodes.length > 0 && { node: oneOf(nodes) }),
  });
  return sumBy(['node', 'namespace', 'pod'], withoutAgents(rate(containers, windowMs), windowMs));
}
