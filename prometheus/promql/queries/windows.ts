import {
  allocatableCpus,
  cpuSeconds,
  groupCpuSeconds,
  nodeCpus,
  nodeCpuSeconds,
  reservedCpus,
} from '../../../metrics/hostproc';
import { namegroupThreadCpuSeconds } from '../../../metrics/namegroup';
import {
  aggregateBy,
  maxOverTime,
  rate,
  select,
  sumBy,
  type Expression,
  type TargetLabel,
} from '../expression';
import { ofAgents } from '../agent-job';
import { nodeAllocatable, nodeCapacity } from '../foreign-series';
import { is, isNot, oneOf, type Matcher } from '../matcher';

/** What a window is asked about: it ends at the moment of the query. */
export interface Window {
  readonly windowMs: number;
  /** Names of nodes; empty: all of them. */
  readonly nodes: readonly string[];
}

// Rates as they are, without correction for time that nobody measured: who asks divides by the clock.

/** Selects the nodes, where some are asked for. */
function ofNodes<Label extends TargetLabel>(label: Label, nodes: readonly string[]) {
  return (nodes.length === 0 ? {} : { [label]: oneOf(nodes) }) as Partial<Record<Label, Matcher>>;
}

/** Cores of each process group of each node. */
export function groupsInWindow({ windowMs, nodes }: Window) {
  const seconds = select(groupCpuSeconds, { ...ofNodes('instance', nodes), class: isNot('pod') });
  return sumBy(['instance', 'class', 'unit', 'groupname'], rate(seconds, windowMs));
}

/** Cores of each class of each node. */
export function classesInWindow({ windowMs, nodes }: Window) {
  return sumBy(
    ['instance', 'class'],
    rate(select(cpuSeconds, ofNodes('instance', nodes)), windowMs),
  );
}

/** Cores by mode of each node; all modes together are its clock: the CPUs, where all was measured. */
export function modesInWindow({ windowMs, nodes }: Window) {
  return sumBy(
    ['instance', 'mode'],
    rate(select(nodeCpuSeconds, ofNodes('instance', nodes)), windowMs),
  );
}

/** Most CPUs that each node had online. */
export function cpusInWindow({ windowMs, nodes }: Window) {
  const cpus = maxOverTime(select(nodeCpus, ofNodes('instance', nodes)), windowMs);
  return aggregateBy('max', ['instance'], cpus);
}

/** Cores by thread name of each group that is none of pods. */
export function threadsInWindow({ windowMs, nodes }: Window) {
  const seconds = select(namegroupThreadCpuSeconds, {
    ...ofNodes('instance', nodes),
    ...ofAgents,
    // Pods, what runs them and the agent, in the prototype's words.
    groupname: isNot('conmon'),
  });
  return sumBy(['instance', 'groupname', 'threadname'], rate(seconds, windowMs));
}

/** CPUs that are reserved on each node, by where that is known from. */
export function reservedInWindow({ windowMs, nodes }: Window): Expression<'instance' | 'source'> {
  const cpus = maxOverTime(select(reservedCpus, ofNodes('instance', nodes)), windowMs);
  return aggregateBy('max', ['instance', 'source'], cpus);
}

/** CPUs of each node that pods may request, as its agent knows them. */
export function allocatableInWindow({ windowMs, nodes }: Window) {
  const cpus = maxOverTime(select(allocatableCpus, ofNodes('instance', nodes)), windowMs);
  return aggregateBy('max', ['instance'], cpus);
}

/** What kube-state-metrics says of each node's CPUs: all of them, and those that pods may request. */
export function statedInWindow(what: 'capacity' | 'allocatable', { windowMs, nodes }: Window) {
  const stated = what === 'capacity' ? nodeCapacity : nodeAllocatable;
  const cpus = select(stated, { ...ofNodes('node', nodes), resource: is('cpu') });
  return aggregateBy('max', ['node'], maxOverTime(cpus, windowMs));
}
