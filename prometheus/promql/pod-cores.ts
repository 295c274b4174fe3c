import { nodeCpus } from '../../metrics/hostproc';
import {
  aggregateBy,
  andOn,
  maxOverTime,
  rate,
  select,
  sumBy,
  unlessOn,
  type Expression,
} from './expression';
import { containerCpuSeconds } from './foreign-series';
import { is, isNot, matches, matchesNot, type Matcher } from './matcher';

/** Namespaces that are the platform's, as OpenShift's own alerts tell them; the whole name matches. */
const infrastructureNamespaces = 'default|openshift|openshift-.*|kube-.*';

/** Whether pods of a namespace belong to the platform; all others are workload. */
export function isInfrastructure(namespace: string): boolean {
  return new RegExp(`^(?:${infrastructureNamespaces})$`).test(namespace);
}

/** What the chart calls the agent's container. */
const agentContainer = 'agent';

/** Which pods of a node are meant. */
export type PodKind = 'all' | 'infrastructure' | 'workload';

const namespaceMatcher: Readonly<Record<PodKind, Matcher>> = {
  all: isNot(''),
  infrastructure: matches(infrastructureNamespaces),
  workload: matchesNot(infrastructureNamespaces),
};

/**
 * Cores of a node's pods in a window, from kubelet's rows of containers: rows of whole pods have
 * conmon and the pod's sandbox in them, which are classes of their own with us. The agent is one, too,
 * so its pod is left out. Only cAdvisor's rows carry an `id`; kubelet exposes the same name elsewhere.
 */
export function podCores(
  node: string,
  windowMs: number,
  kind: PodKind = 'all',
): Expression<'namespace' | 'pod'> {
  const containers = select(containerCpuSeconds, {
    node: is(node),
    namespace: namespaceMatcher[kind],
    pod: isNot(''),
    container: matchesNot('|POD'),
    id: isNot(''),
  });
  return sumBy(['namespace', 'pod'], withoutAgents(rate(containers, windowMs), windowMs));
}

/**
 * Series of pods without those of the agent, which is a class of its own. Its pods are known by the
 * namespace of its series and the name of its container: a pod's name is not on its series.
 */
export function withoutAgents<Label extends string>(
  pods: Expression<Label | 'namespace' | 'pod'>,
  windowMs: number,
): Expression<Label | 'namespace' | 'pod'> {
  const containers = select(containerCpuSeconds, { container: is(agentContainer) });
  const homes = aggregateBy('max', ['namespace'], maxOverTime(select(nodeCpus), windowMs));
  const agents = andOn(maxOverTime(containers, windowMs), ['namespace'], homes);
  return unlessOn(pods, ['namespace', 'pod'], agents);
}
