import { buildInfo } from '../../../metrics/agent';
import {
  aggregateBy,
  maxOverTime,
  rate,
  select,
  sumBy,
  type Expression,
  type TargetLabel,
} from '../expression';
import { containerCpuSeconds } from '../foreign-series';
import { is, isNot, matchesNot, oneOf } from '../matcher';
import type { Window } from './windows';

/**
 * Cores of each pod of any node, from kubelet's rows of containers (the only ones with an `id` are those
 * of cAdvisor): what runs them (conmon) is a class of the account of its own. The agent's pods are known
 * by the namespace of its series and the name of its container: their name is not on its series.
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
  const agents = maxOverTime(select(containerCpuSeconds, { container: is('agent') }), windowMs);
  const home = aggregateBy('max', ['namespace'], select(buildInfo));
  const agentPods = `${agents.promql} and on (namespace) ${home.promql}`;
  const { promql } = rate(containers, windowMs);
  const others: Expression<TargetLabel> = {
    promql: `${promql} unless on (namespace, pod) (${agentPods})`,
  };
  return sumBy(['node', 'namespace', 'pod'], others);
}
