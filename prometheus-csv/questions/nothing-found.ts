import type { Client } from '../../prometheus/http-api/client';
import { modesInWindow } from '../../prometheus/promql/queries/windows';
import { ClusterError } from '../cluster/cluster-error';
import type { Selection } from '../command-line/options';

const recentlyMs = 300_000;

/** Why an interval holds nothing: asks whether there is data now. */
export async function nothingFound(
  client: Client,
  { nodes, intervalMs, interval, endMs }: Selection,
  what: 'agent' | 'pods' | 'recorded',
): Promise<ClusterError> {
  const from = new Date(endMs - intervalMs).toISOString();
  const when = `in the ${interval} from ${from}`;
  const where = nodes.length === 0 ? '' : ` of ${nodes.join(', ')}`;
  if (what === 'recorded') {
    return new ClusterError(
      `There are no recorded series namedprocess_namegroup_cpu_rate or pod:container_cpu_usage:sum ${when}; are the rules installed, and does this Prometheus keep that long?`,
    );
  }
  if (what === 'pods') {
    return new ClusterError(
      `There are no pods${where} ${when}: kubelet's series container_cpu_usage_seconds_total are missing here; ask Thanos Querier.`,
    );
  }
  const now = await client.at(
    modesInWindow({ windowMs: recentlyMs, nodes }).promql,
    Math.min(endMs + intervalMs, Date.now()),
  );
  return new ClusterError(
    now.series.length > 0
      ? `There are no numbers${where} ${when}, but there are later ones: the agent started after it, or Prometheus keeps less (user workload monitoring 24 h by default).`
      : `There are no numbers${where} ${when}: the Host Processes agent is not installed or not scraped there, or the name of the node is another one.`,
  );
}
