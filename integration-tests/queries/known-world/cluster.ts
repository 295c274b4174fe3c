import {
  containerCpuSeconds,
  nodeAllocatable,
  nodeCapacity,
} from '../../../prometheus/promql/foreign-series';
import { always, type Course } from './clock';
import { nodes } from './nodes';
import { type Labels, seconds, type Series, type Target, value } from './series';

const kubeletOf = (node: string): Target => ({
  labels: { node, instance: '10.0.0.5:10250', job: 'kubelet' },
  every: 2,
});

/** A container as the cAdvisor in kubelet tells it. */
function container(node: string, namespace: string, pod: string, name: string, cores: Course) {
  const labels = { namespace, pod, container: name, id: `/kubepods.slice/${pod}/${name}` };
  return seconds(containerCpuSeconds, kubeletOf(node), labels, cores);
}

const web: Course = { before: 2, first: 0.25, second: 0.75, burst: 1.75 };

/**
 * Infrastructure pods use 0.5 cores, workload pods 0.75 in the first half of the hour, 1.25 in the second and
 * 2.25 in the burst.
 */
const containers: readonly Series[] = [
  container(nodes.asked.name, 'openshift-dns', 'dns-0', 'dns', {
    before: 1,
    first: 0.2,
    second: 0.2,
  }),
  container(nodes.asked.name, 'openshift-dns', 'dns-0', 'kube-rbac-proxy', always(0.05)),
  container(nodes.asked.name, 'kube-system', 'kube-dns', 'dns', always(0.15)),
  container(nodes.asked.name, 'default', 'registry-0', 'registry', always(0.1)),
  // It only sounds like OpenShift's own.
  container(nodes.asked.name, 'my-openshift-app', 'web-0', 'web', web),
  // Its container only sounds like our agent's.
  container(nodes.asked.name, 'shop', 'agent-0', 'agent', always(0.375)),
  container(nodes.asked.name, 'host-processes', 'plugin-0', 'plugin', always(0.125)),
  container(nodes.other.name, 'shop', 'db-0', 'db', always(0.4)),
];

/** What no question may count: cgroups around containers, sandboxes, the agent, and another endpoint. */
const decoys: readonly Series[] = [
  container(nodes.asked.name, 'host-processes', 'agent-x7k2p', 'agent', always(0.02)),
  container(nodes.asked.name, 'my-openshift-app', 'web-0', 'POD', always(0.03)),
  ...[
    { namespace: 'my-openshift-app', pod: 'web-0', id: '/kubepods.slice/web-0' },
    { id: '/kubepods.slice' },
    { id: '/system.slice' },
  ].map((labels) => seconds(containerCpuSeconds, kubeletOf(nodes.asked.name), labels, always(1))),
  // kubelet's own endpoint of resources has the same name.
  seconds(
    containerCpuSeconds,
    kubeletOf(nodes.asked.name),
    { namespace: 'my-openshift-app', pod: 'web-0', container: 'web' },
    web,
  ),
];

function stated(family: typeof nodeCapacity, labels: Labels, course: Course): Series {
  const target = {
    labels: { job: 'kube-state-metrics', namespace: 'openshift-monitoring' },
    every: 4,
  };
  return value(family, target, labels, course);
}

const cpu = { resource: 'cpu', unit: 'core' };
const memory = { resource: 'memory', unit: 'byte' };

/** kube-state-metrics knows two of the nodes; what it says of the first is not what its agent says. */
const states: readonly Series[] = [
  stated(nodeCapacity, { node: nodes.asked.name, ...cpu }, { before: 16, first: 8, second: 8 }),
  stated(nodeAllocatable, { node: nodes.asked.name, ...cpu }, always(5.5)),
  stated(nodeCapacity, { node: nodes.other.name, ...cpu }, always(4)),
  stated(nodeAllocatable, { node: nodes.other.name, ...cpu }, always(3.5)),
  ...Object.values(nodes).flatMap(({ name }) => [
    stated(nodeCapacity, { node: name, ...memory }, always(64e9)),
    stated(nodeAllocatable, { node: name, ...memory }, always(60e9)),
  ]),
];

const recorder = (labels: Labels): Target => ({ labels, every: 2 });
const rate = { name: 'namedprocess_namegroup_cpu_rate' };
const podUsage = { name: 'pod:container_cpu_usage:sum' };
const rising: Course = { before: 9, first: 0.5, second: 1 };

/** The recorded series that the prototype's script asked for. */
const recorded: readonly Series[] = [
  value(rate, recorder({ instance: nodes.asked.name }), { groupname: 'kubelet' }, rising),
  value(rate, recorder({ instance: nodes.asked.name }), { groupname: 'conmon' }, always(2)),
  value(rate, recorder({ instance: nodes.other.name }), { groupname: 'kubelet' }, always(0.75)),
  value(podUsage, recorder({}), { namespace: 'my-openshift-app', pod: 'web-0' }, rising),
  value(podUsage, recorder({}), { namespace: 'openshift-dns', pod: 'dns-0' }, always(0.25)),
  value(podUsage, recorder({}), { namespace: 'a', pod: 'process-exporter-x' }, always(0.5)),
];

/** What others than our agents expose. */
export const cluster: readonly Series[] = [...containers, ...decoys, ...states, ...recorded];
