import { ClusterError } from './cluster-error';
import { failureOf } from './failure-text';
import type { Peer } from './peer';
import { withRetries } from './retry';
import { send } from './send';

/** How patient to be. */
export interface Patience {
  readonly timeoutMs: number;
  readonly retries: number;
  readonly signal: AbortSignal;
}

/** What an API server answered: the status, and the object where it sent one. */
export interface ApiAnswer {
  readonly status: number;
  readonly object: unknown;
}

/** One request to an API server; what it denies or does not know is an answer, not an error. */
export async function askApi(
  server: string,
  peer: Peer,
  path: string,
  { timeoutMs, retries, signal }: Patience,
  json?: unknown,
): Promise<ApiAnswer> {
  const url = new URL(path.replace(/^\//, ''), server.endsWith('/') ? server : `${server}/`);
  try {
    const attempt = () =>
      send(peer, { url, timeoutMs, signal, ...(json !== undefined && { json }) });
    const { status, text } = await withRetries(attempt, retries, signal);
    if (status === 401) {
      throw new ClusterError(
        `The API server ${url.host} does not accept the credential of the kubeconfig (401); log in again with oc login.`,
      );
    }
    return { status, object: status < 300 ? parsed(text, url) : undefined };
  } catch (error) {
    if (signal.aborted) throw error;
    throw failureOf(error, url);
  }
}

function parsed(text: string, url: URL): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ClusterError(`What answers at ${url.host} is no Kubernetes API server.`, { cause });
  }
}
