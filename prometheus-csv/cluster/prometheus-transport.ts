import type { Transport } from '../../prometheus/http-api/client';
import { addressOf } from '../../prometheus/http-api/request';
import { ClusterError } from './cluster-error';
import type { Connection } from './connection';
import { failureOf } from './failure-text';
import type { Patience } from './kubernetes-api';
import { withRetries } from './retry';
import { send, type Received } from './send';

/** Sends questions to a connection. Every failure is a ClusterError, unless the signal ended it. */
export function prometheusTransport(
  { base, peer }: Connection,
  { timeoutMs, retries, signal }: Patience,
): Transport {
  return async (request) => {
    const url = new URL(addressOf(base.href, request));
    try {
      const attempt = () => send(peer, { url, timeoutMs, signal });
      return answerOf(await withRetries(attempt, retries, signal), url);
    } catch (error) {
      if (signal.aborted) throw error;
      throw failureOf(error, url);
    }
  };
}

function answerOf(received: Received, { host }: URL): unknown {
  const { status, headers, text } = received;
  if (status >= 300 && status < 400) {
    throw new ClusterError(
      `${host} answered with a redirect to ${headers.location ?? 'nowhere'}, which is not followed; check host and token.`,
    );
  }
  if (status === 401) {
    throw new ClusterError(
      `${host} does not accept the token (401); get a new one, for example with oc whoami -t.`,
    );
  }
  if (status === 403) {
    throw new ClusterError(
      `${host} does not let this user read metrics (403); it takes the cluster role cluster-monitoring-view.`,
    );
  }
  if (status === 404) {
    throw new ClusterError(`There is no Prometheus API at ${host} (404); check the host.`);
  }
  if (status === 429) {
    throw new ClusterError(`${host} was asked too often (429); try again later.`);
  }
  const answer = jsonIn(received);
  const said = (answer as { readonly error?: unknown } | undefined)?.error;
  if (status >= 400) {
    const reason = typeof said === 'string' ? `: ${said.replace(/\.$/, '')}` : '';
    throw new ClusterError(`${host} answered with status ${status}${reason}.`);
  }
  if (answer !== undefined) return answer;
  const type = headers['content-type'] ?? 'no content type';
  throw new ClusterError(
    isJson(received)
      ? `${host} sent an answer that is not whole (${text.length} characters of JSON that cannot be read).`
      : `What answers at ${host} is not Prometheus: JSON was expected, ${type} was found.`,
  );
}

function isJson({ headers }: Received): boolean {
  return /^application\/(?:\w+\+)?json\b/.test(headers['content-type'] ?? '');
}

function jsonIn(received: Received): unknown {
  if (!isJson(received)) return undefined;
  try {
    return JSON.parse(received.text) as unknown;
  } catch {
    return undefined;
  }
}
