import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';

export interface Asked {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  /** Serial number of the certificate that the server showed. */
  readonly serial: string | undefined;
}

/** One request, by default on a connection of its own. Rejects as Node.js does when TLS fails. */
export async function ask(url: string, options: https.RequestOptions = {}): Promise<Asked> {
  const client = url.startsWith('https:') ? https : http;
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    client.get(url, { agent: false, ...options }, resolve).on('error', reject);
  });
  const socket = response.socket as Partial<TLSSocket>;
  const serial = socket.getPeerCertificate?.().serialNumber;
  const body = await buffer(response);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body,
    text: body.toString('utf8'),
    serial,
  };
}
