import { pods } from '../../../prometheus/promql/queries/pods';
import { nodes } from '../known-world/nodes';
import type { Labels } from '../known-world/series';
import {
  atTheEnd,
  kubeletsPeak,
  overKubeletsHour,
  part,
  type Row,
  type Scenario,
} from './scenario';

export const podOf = (namespace: string, pod: string): Labels => ({ namespace, pod });
export const web = podOf('my-openshift-app', 'web-0');

/** All pods of the node but the agent's, and what those use that always use as much. */
export const steady: readonly Row[] = [
  // Its two containers.
  [podOf('openshift-dns', 'dns-0'), 0.2 + 0.05],
  [podOf('kube-system', 'kube-dns'), 0.15],
  [podOf('default', 'registry-0'), 0.1],
  [podOf('shop', 'agent-0'), 0.375],
  [podOf('host-processes', 'plugin-0'), 0.125],
];

const everyPart = ['now', 'average', 'minimum', 'maximum', 'p95'];

export const podsScenario: Scenario = {
  id: pods.id,
  asked: [
    atTheEnd(pods, [
      ...everyPart.flatMap((name) => part(name, steady)),
      ...part('now', [[web, 0.75]]),
      ...part('average', [[web, overKubeletsHour(0.25, 0.75, 1.75)]]),
      ...part('minimum', [[web, 0.25]]),
      ...part('maximum', [[web, kubeletsPeak(0.75, 1.75)]]),
      ...part('p95', [[web, 0.75]]),
    ]),
    atTheEnd(
      pods,
      everyPart.flatMap((name) => part(name, [[podOf('shop', 'db-0'), 0.4]])),
      { node: nodes.other.name },
    ),
  ],
};
