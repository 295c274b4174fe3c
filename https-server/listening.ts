import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import type { ListenAddress } from './listen-address';

/** Rejects with a sentence when it cannot listen. */
export async function listen(server: http.Server, address: ListenAddress): Promise<void> {
  const { host, port } = address;
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(new Error(listenProblem(address, error), { cause: error }));
    server.once('error', fail);
    // Without a host Node.js takes :: where there is IPv6 and 0.0.0.0 where there is not.
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', fail);
      resolve();
    });
  });
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
  const scheme = server instanceof TlsServer ? 'https' : 'http';
  return `${scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}/`;
}

/** Takes no more connections, lets answers that have begun end, and cuts what is open after that. */
export function stop(server: http.Server, patienceMs = 5000): Promise<void> {
  return new Promise((resolve) => {
    const hard = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(hard);
      resolve();
    });
    // Before Node.js 19 `close` leaves connections alone that wait for a request.
    server.closeIdleConnections();
  });
}
