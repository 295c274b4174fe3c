import type { ClusterOptions } from '../command-line/options';
import { ClusterError } from './cluster-error';
import type { Connection } from './connection';
import { baseOf, refuseOpenToken } from './host';
import { inCluster } from './in-cluster';
import { kubeconfigFiles, readContext } from './kubeconfig';
import { peerOf } from './kubeconfig-peer';
import type { Patience } from './kubernetes-api';
import { serviceAccountToken } from './service-account-token';
import { findThanosRoute, routeAuthorities } from './thanos-route';
import { authoritiesIn, readNamedFile } from './trust';

/**
 * Whom to ask: the host that was named, else Thanos Querier of the kubeconfig's cluster, else that of
 * the cluster we run in. A token that was given wins over the one that was found.
 */
export async function findCluster(
  options: ClusterOptions,
  signal: AbortSignal,
): Promise<Connection> {
  const named = options.caFile === undefined ? [] : [authoritiesIn(options.caFile)];
  const token = givenToken(options);
  const { base, peer } = await found(options, named, token, signal);
  const authorities = [...peer.authorities, ...named];
  const connection = {
    base,
    peer: { ...peer, ...(token !== undefined && { token }), authorities },
  };
  refuseOpenToken(base, connection.peer.token);
  return connection;
}

async function found(
  options: ClusterOptions,
  named: readonly string[],
  token: string | undefined,
  signal: AbortSignal,
): Promise<Connection> {
  const { host, insecureSkipTlsVerify } = options;
  if (host !== undefined) {
    return { base: baseOf(host), peer: { authorities: [], insecureSkipTlsVerify } };
  }
  const files = kubeconfigFiles(options.kubeconfig);
  if (files.length > 0) return byKubeconfig(options, files, named, token, signal);
  const inside = inCluster(insecureSkipTlsVerify);
  if (inside) return inside;
  throw new ClusterError(
    'No cluster is known: there is no kubeconfig; log in with oc login, or give --host and --token-file.',
  );
}

async function byKubeconfig(
  options: ClusterOptions,
  files: readonly string[],
  named: readonly string[],
  token: string | undefined,
  signal: AbortSignal,
): Promise<Connection> {
  const { insecureSkipTlsVerify, timeoutMs, retries, serviceAccount } = options;
  const patience: Patience = { timeoutMs, retries, signal };
  const context = readContext(files, options.context);
  const server = context.cluster.server ?? '';
  const own = await peerOf(context, insecureSkipTlsVerify, signal);
  const api = { ...own, authorities: [...own.authorities, ...named] };
  const base = await findThanosRoute(server, api, patience);
  const routes = await routeAuthorities(server, api, patience);
  const bearer =
    token ?? own.token ?? (await serviceAccountToken(server, api, serviceAccount, patience));
  return {
    base,
    peer: {
      authorities: [...own.authorities, ...routes],
      insecureSkipTlsVerify,
      ...(own.proxyUrl !== undefined && { proxyUrl: own.proxyUrl }),
      token: bearer,
    },
  };
}

/** What stands on the command line, in a file or in the environment, in this order. */
function givenToken({ token, tokenFile }: ClusterOptions): string | undefined {
  const given =
    token ??
    (tokenFile === undefined ? undefined : readNamedFile(tokenFile, 'the token').trim()) ??
    process.env.PROMETHEUS_TOKEN;
  if (given === undefined || given === '') return undefined;
  if (!/^[\x21-\x7e]+$/.test(given)) {
    throw new ClusterError('The token holds characters that no token has, such as a space.');
  }
  return given;
}
