import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { CertificateAuthority } from '../../../https-server/testdata/certificate-authority';

/** What happens before a request goes on to the API server; `down` when it does not. */
export type Before = (method: string) => Promise<'on' | 'down'>;

/** Stands between a pod and the API server, and lets a test act at a moment of its choice. */
export class ApiFront {
  readonly #server: https.Server;
  /** The methods of the requests that came. */
  readonly asked: string[] = [];
  /** The status of each answer that the API server gave. */
  readonly answered: number[] = [];

  constructor(
    private readonly apiServer: string,
    private readonly authority: CertificateAuthority,
    private readonly before: Before,
  ) {
    const { cert, key } = authority.issueServer();
    this.#server = https.createServer({ cert, key }, (request, response) => {
      this.pass(request, response).catch(() => response.destroy());
    });
  }

  /** @returns its URL */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    this.asked.push(method);
    if ((await this.before(method)) === 'down') throw new Error('The API server is down.');
    const options = { method, headers, ca: this.authority.ca, agent: false } as const;
    const onward = https.request(new URL(url, this.apiServer), options, (answer) => {
      this.answered.push(answer.statusCode ?? 0);
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }
}
