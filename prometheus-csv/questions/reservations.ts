import { reservedCpuSources, type ReservedCpuSource } from '../../metrics/hostproc';
import type { Client } from '../../prometheus/http-api/client';
import type { Expression } from '../../prometheus/promql/expression';
import {
  allocatableInWindow,
  cpusInWindow,
  reservedInWindow,
  statedInWindow,
} from '../../prometheus/promql/queries/windows';
import { sampleValue } from '../../prometheus/series/sample-value';
import type { Selection } from '../command-line/options';

/** What is known of a node's CPUs at the end of an interval. */
export interface NodeCpus {
  readonly capacity?: number;
  readonly allocatable?: number;
  /** Size of the reserved set, and where that is known from. */
  readonly reserved?: { readonly cpus: number; readonly source: ReservedCpuSource };
}

/** The last day, or the interval where that is shorter: reservations change with a restart only. */
const lookBackMs = 86_400_000;

/**
 * What is known of reservations, by node. Capacity is kube-state-metrics' word before the agent's, and
 * allocatable the agent's before kube-state-metrics'; a set that was told outright goes before the kernel's.
 */
export async function askReservations(
  client: Client,
  { nodes, intervalMs, endMs }: Selection,
): Promise<Map<string, NodeCpus>> {
  const about = { nodes, windowMs: Math.min(intervalMs, lookBackMs) };
  const result = new Map<string, NodeCpus>();
  const each = async ({ promql }: Expression<string>, take: (cpus: number) => NodeCpus) => {
    const { series } = await client.at(promql, endMs);
    for (const { metric, value } of series) {
      const node = metric.instance ?? metric.node ?? '';
      const cpus = sampleValue(value[1]);
      if (cpus !== null) result.set(node, { ...result.get(node), ...take(cpus) });
    }
  };
  // What comes later wins.
  await each(cpusInWindow(about), (capacity) => ({ capacity }));
  await each(statedInWindow('capacity', about), (capacity) => ({ capacity }));
  await each(statedInWindow('allocatable', about), (allocatable) => ({ allocatable }));
  await each(allocatableInWindow(about), (allocatable) => ({ allocatable }));
  const best = new Map<string, number>();
  const { series } = await client.at(reservedInWindow(about).promql, endMs);
  for (const { metric, value } of series) {
    const { instance: node = '', source: told } = metric;
    const rank = reservedCpuSources.findIndex((source) => source === told);
    const source = reservedCpuSources[rank];
    const cpus = sampleValue(value[1]);
    if (source === undefined || cpus === null || rank >= (best.get(node) ?? Infinity)) continue;
    best.set(node, rank);
    result.set(node, { ...result.get(node), reserved: { cpus, source } });
  }
  return result;
}
