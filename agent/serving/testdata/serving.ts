import type http from 'node:http';
import { stop, urlOf } from '../../../https-server/listening';
import { serveMetrics } from '../metrics-server';
import { parseWebOptions, webFlags } from '../web-options';

/** A real server of the agent's on loopback, with an exposition that is told. */
export interface Serving {
  /** With `/` at its end. */
  readonly url: string;
  readonly server: http.Server;
  /** What was logged. */
  readonly said: string[];
  /** How often the exposition was made. */
  scrapes: number;
  stop(): Promise<void>;
}

export const exposition = '# TYPE x counter\n' + 'x{name="padding"} 1\n'.repeat(200);

export type Flags = Partial<Record<keyof typeof webFlags, string>>;

/** What the agent makes of these flags. */
export function webOptions(flags: Flags) {
  return parseWebOptions((key) => flags[key] ?? webFlags[key].default);
}

export async function startServing(
  flags: Flags,
  nowMs: () => number = () => 0,
  text = exposition,
): Promise<Serving> {
  const said: string[] = [];
  const server = await serveMetrics({
    listenAddress: { host: '127.0.0.1', port: 0 },
    telemetryPath: '/metrics',
    web: webOptions(flags),
    contentType: 'text/plain; version=0.0.4',
    scrape: () => {
      serving.scrapes++;
      const bytes = Buffer.from(text);
      // As the agent does with memory that it has used.
      setImmediate(() => bytes.fill(0));
      return Promise.resolve(bytes);
    },
    log: (message) => said.push(message instanceof Error ? message.message : String(message)),
    nowMs,
  });
  const serving: Serving = {
    url: urlOf(server),
    server,
    said,
    scrapes: 0,
    stop: () => stop(server, 0),
  };
  return serving;
}
