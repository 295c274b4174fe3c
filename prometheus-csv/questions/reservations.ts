import type { Client } from '../../prometheus/http-api/client';
import {
  allocatableInWindow,
  cpusInWindow,
  reservedInWindow,
} from '../../prometheus/promql/queries/windows';
import { sampleValue } from '../../prometheus/series/sample-value';
import type { Selection } from '../command-line/options';

/** What is known of a node's CPUs at the end of an interval. */
export interface NodeCpus {
  readonly cpus?: number;
  /** Size of the reserved set, and where that is known from. */
  readonly reserved?: { readonly cpus: number; readonly source: string };
  readonly allocatable?: number;
}

/** The last day, or the interval where that is shorter: reservations change with a restart only. */
const lookBackMs = 86_400_000;

/** What the agents know of reservations, by node. */
export async function askReservations(
  client: Client,
  { nodes, intervalMs, endMs }: Selection,
): Promise<Map<string, NodeCpus>> {
  const about = { nodes, windowMs: Math.min(intervalMs, lookBackMs) };
  const result = new Map<string, NodeCpus>();
  const add = (node: string, known: NodeCpus) => {
    result.set(node, { ...result.get(node), ...known });
  };
  const each = async (promql: string, take: (cpus: number, source: string) => NodeCpus) => {
    const { series } = await client.at(promql, endMs);
    for (const { metric, value } of series) {
      const cpus = sampleValue(value[1]);
      if (cpus !== null) add(metric.instance ?? '', take(cpus, metric.source ?? ''));
    }
  };
  await each(cpusInWindow(about).promql, (cpus) => ({ cpus }));
  await each(allocatableInWindow(about).promql, (allocatable) => ({ allocatable }));
  await each(reservedInWindow(about).promql, (cpus, source) => ({ reserved: { cpus, source } }));
  return result;
}
