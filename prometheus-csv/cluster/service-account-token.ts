import { ClusterError } from './cluster-error';
import { askApi, type Patience } from './kubernetes-api';
import type { Peer } from './peer';

interface TokenRequest {
  readonly status?: { readonly token?: string };
}

/**
 * A token for a user who has a certificate alone: routes do not carry certificates on. It is a service
 * account's, as `oc create token` makes it, and ends after ten minutes.
 */
export async function serviceAccountToken(
  server: string,
  peer: Peer,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  patience: Patience,
): Promise<string> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(name)}/token`;
  const request = {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: { expirationSeconds: 600 },
  };
  const { status, object } = await askApi(server, peer, path, patience, request);
  const token = (object as TokenRequest | undefined)?.status?.token;
  if (token !== undefined) return token;
  const why = status === 404 ? 'there is no such service account' : `status ${status}`;
  throw new ClusterError(
    `No token for the service account ${namespace}/${name} (${why}); give a token with --token-file, or another account with --service-account.`,
  );
}
