import { counter, gauge } from '../../metrics/family';

// Series that others expose and our questions join. `node` is the node's name on both; they never
// meet ours but by `on (…)` or after an aggregation.

/** kubelet's own cAdvisor: CPU time of containers and of the cgroups around them. */
export const containerCpuSeconds = counter({
  name: 'container_cpu_usage_seconds_total',
  help: 'CPU time of a container; rows without a container are of the cgroups around it.',
  labels: ['container', 'id'],
  unit: 'seconds',
});

/** kube-state-metrics: what a node has. */
export const nodeCapacity = gauge({
  name: 'kube_node_status_capacity',
  help: 'What the node has of a resource.',
  labels: ['resource'],
  unit: 'cpus',
});

/** kube-state-metrics: what pods may request of a node. */
export const nodeAllocatable = gauge({
  name: 'kube_node_status_allocatable',
  help: 'What pods may request of a resource of the node.',
  labels: ['resource'],
  unit: 'cpus',
});
