import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Lifetime } from '../../demo/launcher/lifetime';
import type { CertificateAuthority } from '../../https-server/testdata/certificate-authority';

/** An HTTPS server on loopback: `localhost:PORT`. */
export interface Front {
  readonly host: string;
  /** What was asked: method, path and the token that came along. */
  readonly asked: { readonly method: string; readonly url: string; readonly token: string }[];
}

/** Tokens that the front of Prometheus knows; nobody else gets in. */
export const goodToken = 'good-token';
export const powerlessToken = 'powerless-token';

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** Serves over TLS what `answer` says. */
export async function serveTls(
  lifetime: Lifetime,
  authority: CertificateAuthority,
  answer: Answer,
  options: https.ServerOptions = {},
): Promise<Front> {
  const { cert, key } = authority.issueServer();
  const asked: Front['asked'] = [];
  const server = https.createServer({ cert, key, ...options }, (request, response) => {
    const { method = '', url = '', headers } = request;
    asked.push({ method, url, token: headers.authorization?.replace(/^Bearer /, '') ?? '' });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  lifetime.add(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { host: `localhost:${(server.address() as AddressInfo).port}`, asked };
}

/** What stands before Prometheus on a cluster: TLS, and a bearer token that must be known. */
export function guardPrometheus(
  lifetime: Lifetime,
  authority: CertificateAuthority,
  url: string,
): Promise<Front> {
  return serveTls(lifetime, authority, (request, response) => {
    const token = request.headers.authorization;
    if (token === `Bearer ${powerlessToken}`) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Forbidden (user=x)\n');
    } else if (token !== `Bearer ${goodToken}`) {
      response.writeHead(401, { 'content-type': 'text/plain' }).end('Unauthorized\n');
    } else {
      const { headers } = request;
      const onward = http.request(new URL(request.url ?? '/', url), { headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    }
  });
}
