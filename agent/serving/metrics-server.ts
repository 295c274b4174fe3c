import type http from 'node:http';
import { acceptedEncoding } from '../../https-server/accepted-encoding';
import type { ListenAddress } from '../../https-server/listen-address';
import { listen } from '../../https-server/listening';
import { Reloaded } from '../../https-server/reloaded';
import { createReloadingServer } from '../../https-server/reloading-server';
import { pathOf, plainText, refuseMethod, type Reply, send } from '../../https-server/reply';
import { gzipFast } from './gzip-fast';
import { servingRules, type ServingRules } from './serving-rules';
import type { WebOptions } from './web-options';

/**
 * How long a connection may wait for its next request. Prometheus keeps one for five minutes, whatever its
 * interval: who closed it before, as Node.js does after five seconds, would shake hands at each scrape.
 */
const keepAliveTimeoutMs = 330_000;

export interface MetricsServerOptions {
  readonly listenAddress: ListenAddress;
  readonly telemetryPath: string;
  readonly web: WebOptions;
  readonly contentType: string;
  /**
   * Makes the exposition, in UTF-8, in memory that may be written over as soon as others had their turn; what
   * it rejects with is answered as 500 and given to `log`.
   */
  readonly scrape: () => Promise<Buffer>;
  readonly log: (message: unknown) => void;
  /** A clock that never steps back. */
  readonly nowMs: () => number;
}

/**
 * Serves `/metrics`, `/healthz` and a page that points to them. Rejects when it cannot listen.
 * @throws SettingsError when a file that the options name cannot be taken
 */
export async function serveMetrics(options: MetricsServerOptions): Promise<http.Server> {
  const { web, listenAddress, log, nowMs } = options;
  const rules = new Reloaded(servingRules(web, nowMs), log);
  if (web.kind === 'flags' && web.bearerTokenFile !== undefined && !web.tls) {
    log('The bearer token travels in the clear: --web.tls-cert-file is not given.');
  }
  const answer = async (
    now: ServingRules,
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ) => {
    const { status, headers, body } = await replyTo(options, now, request);
    send(request, response, { status, headers: { ...now.headers, ...headers }, body });
  };
  const server = createReloadingServer(rules, answer, log);
  server.keepAliveTimeout = keepAliveTimeoutMs;
  await listen(server, listenAddress);
  return server;
}

async function replyTo(
  options: MetricsServerOptions,
  { access, withinRate }: ServingRules,
  request: http.IncomingMessage,
): Promise<Reply> {
  const refused = refuseMethod(request);
  if (refused) return refused;
  const path = pathOf(request);
  // Before anything else is asked: a kubelet has no credential and must not use up the rate.
  if (path === '/healthz') return plainText(200, 'ok');
  if (!withinRate()) return plainText(429, 'Too many requests.');
  const verdict = await access(request);
  if (!verdict.allowed) {
    const { status, challenge, reason } = verdict;
    return plainText(status, reason, challenge ? { 'www-authenticate': challenge } : {});
  }
  const { telemetryPath } = options;
  if (path === telemetryPath) return metrics(options, request);
  if (path === '/') return landingPage(telemetryPath);
  return plainText(404, `Nothing is at ${path}. Metrics are at ${telemetryPath}.`);
}

async function metrics(
  { scrape, contentType, log }: MetricsServerOptions,
  request: http.IncomingMessage,
): Promise<Reply> {
  try {
    const text = await scrape();
    const headers = { 'content-type': contentType, vary: 'accept-encoding' };
    const encoding = acceptedEncoding(request.headers['accept-encoding'], ['gzip']);
    if (!encoding) return { status: 200, headers, body: Buffer.from(text) };
    return {
      status: 200,
      headers: { ...headers, 'content-encoding': encoding },
      body: gzipFast(text),
    };
  } catch (error) {
    log(error);
    return plainText(500, error instanceof Error ? error.message : String(error));
  }
}

function landingPage(telemetryPath: string): Reply {
  const body = `<!DOCTYPE html>
<html lang="en"><head><title>Host Processes agent</title></head>
<body><h1>Host Processes agent</h1><p><a href="${encodeURI(telemetryPath)}">Metrics</a></p></body></html>
`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
