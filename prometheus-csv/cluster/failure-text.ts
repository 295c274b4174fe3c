import { ClusterError } from './cluster-error';

const untrusted = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_SIGNATURE_FAILURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Failures that a second attempt may not meet. */
const passing = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNABORTED']);

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? '';
}

/** Whether the network failed in a way that is worth another attempt. */
export function isPassing(error: unknown): boolean {
  return passing.has(codeOf(error));
}

/** What Node.js says of a connection that failed, as one sentence with the way out. */
export function failureOf(error: unknown, url: URL): ClusterError {
  if (error instanceof ClusterError) return error;
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  return new ClusterError(textOf(code, reason, url), { cause: error });
}

function textOf(code: string, reason: string, { host, hostname }: URL): string {
  if (untrusted.has(code)) {
    return `The certificate of ${host} is not trusted (${reason.replace(/\.$/, '')}); name its authority with --ca-file, or accept whoever answers with --insecure-skip-tls-verify.`;
  }
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `No address is known for the host ${hostname}; check --host or the server in the kubeconfig, and the connection to the network.`;
    case 'ECONNREFUSED':
      return `The connection to ${host} was refused: nothing listens there; check host and port.`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `The host ${host} cannot be reached from here; check the network, and HTTPS_PROXY when there is a proxy.`;
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
      return `What listens at ${host} does not speak TLS; check host and port.`;
    case 'ECONNRESET':
    case 'EPIPE':
      return `The connection to ${host} broke before the answer was complete.`;
    default:
      return `The connection to ${host} failed: ${reason}.`;
  }
}
