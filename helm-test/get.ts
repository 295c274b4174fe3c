import { lookup } from 'node:dns/promises';
import https from 'node:https';
import { text } from 'node:stream/consumers';

/** How long one request may take. */
const patienceMs = 10_000;

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Who answers at a URL: the name that its certificate must bear, and one of the addresses of that name. */
export interface Server {
  readonly url: URL;
  /** PEM: whoever signed its certificate. */
  readonly ca: string;
  readonly address: string;
}

/** Every address behind a URL: of a headless Service, all its pods. @throws Error when the name has none */
export async function serversOf(url: URL, ca: string): Promise<Server[]> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(name, { all: true });
  return found.map(({ address }) => ({ url, ca, address }));
}

/** One request over TLS, verified against the name in the URL. @throws Error when there is no answer */
export async function get(
  { url, ca, address }: Server,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const signal = AbortSignal.timeout(patienceMs);
  const target = { host: address, port: url.port, servername: url.hostname, path };
  return new Promise((resolve, reject) => {
    const sent = https.request({ ...target, ca, headers, agent: false, signal }, (response) => {
      const status = response.statusCode ?? 0;
      text(response).then((body) => resolve({ status, text: body }), reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
