import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { ClusterError } from './cluster-error';
import { trustedWith } from './trust';
import type { Peer } from './peer';

/** One request, and what must be true of it. */
export interface Sending {
  readonly url: URL;
  /** JSON to post; absent: GET. */
  readonly json?: unknown;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A whole answer. */
export interface Received {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

const gunzip = promisify(zlib.gunzip);

/**
 * Sends one request and waits for the whole answer; redirects are not followed, because the token would
 * go with them. Rejects as Node.js does, or with a ClusterError after the time is over.
 */
export async function send(peer: Peer, sending: Sending): Promise<Received> {
  const { url, timeoutMs, signal } = sending;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await respond(peer, sending, AbortSignal.any([signal, timeout]));
    const body = await buffer(response);
    const zipped = response.headers['content-encoding'] === 'gzip';
    const text = (zipped ? await gunzip(body) : body).toString('utf8');
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  } catch (error) {
    if (timeout.aborted && !signal.aborted) {
      throw new ClusterError(
        `${url.host} did not answer within ${timeoutMs / 1000} s; ask for a shorter interval or fewer nodes, or wait longer with --timeout.`,
        { cause: error },
      );
    }
    throw error;
  }
}

function respond(peer: Peer, { url, json }: Sending, signal: AbortSignal) {
  const body = json === undefined ? undefined : JSON.stringify(json);
  const options: https.RequestOptions = {
    method: body === undefined ? 'GET' : 'POST',
    signal,
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      'user-agent': 'prometheus-csv',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(peer.token !== undefined && { authorization: `Bearer ${peer.token}` }),
    },
    ...(url.protocol === 'https:' && { ...tlsOptions(peer), ...viaProxy(peer, url) }),
  };
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    request(url, options, resolve).on('error', reject).end(body);
  });
}

const tlsOptionsOf = new WeakMap<Peer, https.RequestOptions>();

/** TLS towards a peer; the same object for the same peer, so that connections are used again. */
function tlsOptions(peer: Peer): https.RequestOptions {
  const known = tlsOptionsOf.get(peer);
  if (known) return known;
  const options: https.RequestOptions = {
    ca: trustedWith(peer.authorities),
    rejectUnauthorized: !peer.insecureSkipTlsVerify,
    minVersion: 'TLSv1.2',
    ...(peer.serverName !== undefined && { servername: peer.serverName }),
    ...peer.clientCertificate,
  };
  tlsOptionsOf.set(peer, options);
  return options;
}

const proxyAgents = new Map<string, HttpsProxyAgent<string>>();

/** A tunnel through the peer's proxy, or the one that the environment names for the address. */
function viaProxy(peer: Peer, url: URL): https.RequestOptions {
  const proxy = peer.proxyUrl ?? getProxyForUrl(url.href);
  if (proxy === '') return {};
  const agent = proxyAgents.get(proxy) ?? new HttpsProxyAgent(proxy, { keepAlive: true });
  proxyAgents.set(proxy, agent);
  return { agent };
}
