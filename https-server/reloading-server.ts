import http from 'node:http';
import https from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Reloaded } from './reloaded';
import { SettingsError } from './settings-error';
import type { TlsRules } from './tls-rules';

/** What a server must know; what else it goes by, its owner adds. */
export interface ServerRules {
  /** `undefined`: plain HTTP. */
  readonly tls: TlsRules | undefined;
}

/** Answers a request by the rules of this moment; what it rejects with is given to `onError`. */
export type Answer<R> = (
  rules: R,
  request: http.IncomingMessage,
  response: http.ServerResponse,
) => Promise<void> | void;

/** A client that has not shaken hands by then is cut off. */
const handshakeTimeoutMs = 10_000;

/**
 * A server whose certificate, authorities and other rules are those of this moment. Every connection
 * begins with what lies in the files then. An open connection that began with other TLS rules gets
 * its answer and is closed after it: the client comes back and sees the new ones.
 */
export function createReloadingServer<R extends ServerRules>(
  rules: Reloaded<R>,
  answer: Answer<R>,
  onError: (error: unknown) => void,
): http.Server {
  const began = new WeakMap<object, TlsRules>();
  const onRequest = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const now = rules.current();
    if (began.get(request.socket) !== now.tls || !server.listening)
      response.shouldKeepAlive = false;
    void Promise.resolve()
      .then(() => answer(now, request, response))
      .catch((error: unknown) => {
        onError(error);
        response.destroy();
      });
  };
  const { tls } = rules.current();
  const server: http.Server = tls
    ? createTlsServer(tls, () => rules.current().tls ?? tls, began, onRequest)
    : http.createServer(onRequest);
  return server;
}

function createTlsServer(
  first: TlsRules,
  current: () => TlsRules,
  began: WeakMap<object, TlsRules>,
  onRequest: http.RequestListener,
): https.Server {
  let applied = first;
  const server = https.createServer(
    {
      ...first.secureContext,
      requestCert: first.asksForCertificate,
      // Who may see what is judged by path: /healthz must answer a kubelet that has no certificate.
      rejectUnauthorized: false,
      handshakeTimeout: handshakeTimeoutMs,
    },
    onRequest,
  );
  // Before Node.js itself hears of the connection and begins the handshake.
  server.prependListener('connection', () => {
    const tls = current();
    if (tls === applied) return;
    server.setSecureContext(tls.secureContext);
    applied = tls;
  });
  server.on('secureConnection', (socket: TLSSocket) => began.set(socket, applied));
  return server;
}

/**
 * What cannot change while a server runs.
 * @throws SettingsError that says to restart
 */
export function refuseRestart(previous: ServerRules | undefined, next: ServerRules): void {
  if (!previous) return;
  const kindOf = ({ tls }: ServerRules) =>
    `${tls ? 'HTTPS' : 'plain HTTP'}${tls?.asksForCertificate ? ' with client certificates' : ''}`;
  const [before, after] = [kindOf(previous), kindOf(next)];
  if (before !== after) {
    throw new SettingsError(`The change from ${before} to ${after} needs a restart.`);
  }
}
