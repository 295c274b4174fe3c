import path from 'node:path';
import { ClusterError } from './cluster-error';
import { execCredential } from './exec-credential';
import type { KubeContext } from './kubeconfig';
import type { Peer } from './peer';
import { readNamedFile } from './trust';

function fromBase64(data: string): string {
  return Buffer.from(data, 'base64').toString('utf8');
}

/** Text that a kubeconfig holds as base64, or names a file of. */
function textOf(data: string | undefined, file: string | undefined, folder: string, what: string) {
  if (data !== undefined && data !== '') return fromBase64(data);
  if (file === undefined || file === '') return undefined;
  return readNamedFile(path.resolve(folder, file), what);
}

/**
 * How to speak with the API server of a context, as its user. That a kubeconfig says to skip the
 * verification of certificates is not enough to do so: it takes the option.
 */
export async function peerOf(
  context: KubeContext,
  insecureSkipTlsVerify: boolean,
  signal: AbortSignal,
): Promise<Peer> {
  const { cluster, clusterFolder } = context;
  const authority = textOf(
    cluster['certificate-authority-data'],
    cluster['certificate-authority'],
    clusterFolder,
    'the certificate authority of the kubeconfig',
  );
  return {
    authorities: authority === undefined ? [] : [authority],
    insecureSkipTlsVerify,
    ...(cluster['tls-server-name'] && { serverName: cluster['tls-server-name'] }),
    ...(cluster['proxy-url'] && { proxyUrl: cluster['proxy-url'] }),
    ...(await credentialsOf(context, signal)),
  };
}

async function credentialsOf(
  { name, user, userFolder }: KubeContext,
  signal: AbortSignal,
): Promise<Pick<Peer, 'token' | 'clientCertificate'>> {
  if (user.token) return { token: user.token };
  if (user.tokenFile) {
    return { token: readNamedFile(path.resolve(userFolder, user.tokenFile), 'the token').trim() };
  }
  if (user.exec) return execCredential(user.exec, userFolder, signal);
  const cert = textOf(
    user['client-certificate-data'],
    user['client-certificate'],
    userFolder,
    'the client certificate of the kubeconfig',
  );
  const key = textOf(
    user['client-key-data'],
    user['client-key'],
    userFolder,
    'the client key of the kubeconfig',
  );
  if (cert !== undefined && key !== undefined) return { clientCertificate: { cert, key } };
  throw new ClusterError(
    `The user of the context ${name} has no token, certificate or exec program; log in with oc login, or give --token-file.`,
  );
}
