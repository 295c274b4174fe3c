import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../../scripts/user-error';

/** A page that holds its port from the beginning, and answers with what it is given later. */
export interface Page {
  readonly url: string;
  serve(app: RequestListener): void;
  close(): Promise<void>;
}

/** Takes the port on 127.0.0.1 (0: any free one). Until `serve`, whoever asks is told to wait. */
export async function openPage(port: number): Promise<Page> {
  let listener: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '5' });
    response.end('The demo is still starting.\n');
  };
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (app) => (listener = app),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new UserError(
      `Port ${port} of 127.0.0.1 is in use by another program; end it, or choose another port with --port N.`,
    );
  }
  if (error.code === 'EACCES') {
    return new UserError(
      `This user may not listen on port ${port} of 127.0.0.1; choose one from 1024 on with --port N.`,
    );
  }
  return error;
}
