import http from 'node:http';
import { gunzipSync } from 'node:zlib';

/** An answer to a scrape. */
export interface Answer {
  readonly text: string;
  /** From the request to the last byte. */
  readonly wallMs: number;
  /** Of the body as it was sent: compressed, when the exporter does that. */
  readonly sentBytes: number;
}

// As Prometheus does: one connection for all scrapes.
const connections = new http.Agent({ keepAlive: true, maxSockets: 1 });

const headers = {
  accept: 'text/plain;version=0.0.4;q=1,*/*;q=0.1',
  'accept-encoding': 'gzip',
  'user-agent': 'Prometheus/2.42.0',
};

/** Asks an exporter as Prometheus does: over a kept connection, and gzip is welcome. */
export async function scrape(url: string): Promise<Answer> {
  const startMs = performance.now();
  const { status, body, encoding } = await get(url);
  const wallMs = performance.now() - startMs;
  const text = (encoding === 'gzip' ? gunzipSync(body) : body).toString();
  if (status !== 200) {
    throw new Error(`Expected an exposition at ${url}, found ${status}: ${text.trim()}`);
  }
  return { text, wallMs, sentBytes: body.length };
}

/** An answer as it came. */
export interface Got {
  readonly status: number;
  readonly body: Buffer;
  readonly encoding: string | undefined;
}

/** Asks as `scrape` does, and leaves the answer as it came. */
export function get(url: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent: connections, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks),
          encoding: response.headers['content-encoding'],
        }),
      );
    });
    request.on('error', reject);
  });
}

/** How many series an exposition has. */
export function seriesIn(text: string): number {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
}
