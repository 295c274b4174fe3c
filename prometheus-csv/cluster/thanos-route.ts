import { ClusterError } from './cluster-error';
import { askApi, type Patience } from './kubernetes-api';
import type { Peer } from './peer';

const routePath =
  '/apis/route.openshift.io/v1/namespaces/openshift-monitoring/routes/thanos-querier';
const ingressPath = '/api/v1/namespaces/openshift-config-managed/configmaps/default-ingress-cert';

interface Route {
  readonly spec?: { readonly host?: string };
  readonly status?: { readonly ingress?: readonly { readonly host?: string }[] };
}

interface ConfigMap {
  readonly data?: Readonly<Record<string, string>>;
}

/** The address of Thanos Querier's route. */
export async function findThanosRoute(
  server: string,
  peer: Peer,
  patience: Patience,
): Promise<URL> {
  const { status, object } = await askApi(server, peer, routePath, patience);
  if (status === 403) {
    throw new ClusterError(
      'The route thanos-querier in openshift-monitoring may not be read (403); name the host with --host, or ask for the cluster role cluster-monitoring-view.',
    );
  }
  const route = object as Route | undefined;
  const host = route?.status?.ingress?.[0]?.host ?? route?.spec?.host;
  if (host === undefined) {
    throw new ClusterError(
      `The cluster at ${server} has no route thanos-querier in openshift-monitoring (${status}); name a Prometheus with --host.`,
    );
  }
  return new URL(`https://${host}/`);
}

/** Who signs the certificates of routes; nobody in particular when that may not be read. */
export async function routeAuthorities(
  server: string,
  peer: Peer,
  patience: Patience,
): Promise<string[]> {
  const { object } = await askApi(server, peer, ingressPath, patience);
  const bundle = (object as ConfigMap | undefined)?.data?.['ca-bundle.crt'];
  return bundle === undefined ? [] : [bundle];
}
