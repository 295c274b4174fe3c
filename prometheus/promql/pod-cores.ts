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
  type Selector,
  type TargetLabel,
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
export const agentContainer = 'agent';

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
 * @param only one pod of them
 */
export function podCores(
  node: string,
  windowMs: number,
  kind: PodKind = 'all',
  only?: { readonly namespace: string; readonly pod: string },
): Expression<'namespace' | 'pod'> {
  const containers = select(containerCpuSeconds, {
    node: is(node),
    namespace: only ? is(only.namespace) : namespaceMatcher[kind],
    pod: only ? is(only.pod) : isNot(''),
    container: matchesNot('|POD'),
    id: isNot(''),
  });
  const agents = agentPods(
    select(containerCpuSeconds, { node: is(node), container: is(agentContainer) }),
    maxOverTime(select(nodeCpus, { instance: is(node) }), windowMs),
    windowMs,
  );
  return sumBy(
    ['namespace', 'pod'],
    unlessOn(rate(containers, windowMs), ['namespace', 'pod'], agents),
  );
}

/**
 * The agent's own pods, which are a class of their own: known by the namespace of its series and the name
 * of its container, as a pod's name is not on its series.
 * @param containers kubelet's rows of containers that may be the agent's
 * @param ours any series of the agent
 */
export function agentPods<Label extends string, Ours extends string>(
  containers: Selector<Label | TargetLabel>,
  ours: Expression<Ours | TargetLabel>,
  windowMs: number,
): Expression<Label | TargetLabel> {
  const homes = aggregateBy('max', ['namespace'], ours);
  return andOn(maxOverTime(containers, windowMs), ['namespace'], homes);
}
