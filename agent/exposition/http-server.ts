import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListenAddress {
  /** `undefined`: every address of the machine. */
  readonly host: string | undefined;
  readonly port: number;
}

export interface ServerOptions {
  readonly listenAddress: ListenAddress;
  readonly telemetryPath: string;
  readonly contentType: string;
  /** Makes the exposition; what it rejects with is answered as 500 and given to `onError`. */
  readonly scrape: () => Promise<string>;
  readonly onError: (error: unknown) => void;
}

/** Serves `/metrics`, `/healthz` and a page that points to them. Rejects when it cannot listen. */
export async function serve(options: ServerOptions): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    void answer(options, request, response);
  });
  const { host, port } = options.listenAddress;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new Error(listenProblem(options.listenAddress, error), { cause: error }));
    });
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
  return server;
}

function listenProblem({ host, port }: ListenAddress, error: NodeJS.ErrnoException): string {
  const where = `${host ?? ''}:${port}`;
  const problems: Readonly<Record<string, string>> = {
    EADDRINUSE: 'another program does; choose another --web.listen-address.',
    EACCES: 'permission denied; choose a port above 1023.',
    EADDRNOTAVAIL: 'this machine has no such address.',
    ENOTFOUND: 'this machine has no such address.',
  };
  return `Cannot listen on ${where}: ${problems[error.code ?? ''] ?? error.message}`;
}

/** The URL of a listening server's root. */
export function urlOf(server: http.Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`;
}

async function answer(
  options: ServerOptions,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const send = (status: number, type: string, body: string) => {
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const plain = 'text/plain; charset=utf-8';
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    send(405, plain, 'Only GET and HEAD are answered here.\n');
    return;
  }
  const path = (request.url ?? '/').replace(/\?.*$/s, '');
  switch (path) {
    case options.telemetryPath:
      try {
        send(200, options.contentType, await options.scrape());
      } catch (error) {
        options.onError(error);
        send(500, plain, `${error instanceof Error ? error.message : String(error)}\n`);
      }
      return;
    case '/healthz':
      send(200, plain, 'ok\n');
      return;
    case '/':
      send(200, 'text/html; charset=utf-8', landingPage(options.telemetryPath));
      return;
    default:
      send(404, plain, `Nothing is at ${path}. Metrics are at ${options.telemetryPath}.\n`);
  }
}

function landingPage(telemetryPath: string): string {
  return `<!DOCTYPE html>
<html lang="en"><head><title>Host Processes agent</title></head>
<body><h1>Host Processes agent</h1><p><a href="${encodeURI(telemetryPath)}">Metrics</a></p></body></html>
`;
}
