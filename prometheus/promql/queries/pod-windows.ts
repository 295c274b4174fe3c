import { buildInfo } from '../../../metrics/agent';
import { counter } from '../../../metrics/family';
import { aggregateBy, maxOverTime, rate, select, sumBy, type Expression } from '../expression';
import { is, isNot, oneOf } from '../matcher';
import type { Window } from './windows';

/** kubelet's own series, one for each container; a pod's own cgroup has an empty container. */
const containerCpuSeconds = counter({
  name: 'container_cpu_usage_seconds_total',
  help: 'CPU time of a container, as kubelet reads it.',
  labels: ['node', 'namespace', 'pod', 'container'],
  unit: 'seconds',
});

/**
 * Cores of each pod, from its containers: what runs them (conmon) is a class of the account of its own.
 * The agent's own pods are known by the namespace of its series and the name of its container.
 */
export function podsInWindow({
  windowMs,
  nodes,
}: Window): Expression<'node' | 'namespace' | 'pod'> {
  const containers = select(containerCpuSeconds, {
    container: isNot(''),
    pod: isNot(''),
    ...(nodes.length > 0 && { node: oneOf(nodes) }),
  });
  const agents = maxOverTime(select(containerCpuSeconds, { container: is('agent') }), windowMs);
  const home = aggregateBy('max', ['namespace'], select(buildInfo));
  const agentPods = `${agents.promql} and on (namespace) ${home.promql}`;
  const { promql } = rate(containers, windowMs);
  const others: Expression<'node' | 'namespace' | 'pod'> = {
    promql: `${promql} unless on (namespace, pod) (${agentPods})`,
  };
  return sumBy(['node', 'namespace', 'pod'], others);
}
