import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

/** A sentence for a person with curl. */
export function plainText(status: number, text: string, headers: OutgoingHttpHeaders = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
    body: `${text}\n`,
  };
}

/** Sends it; to HEAD without the body, which 304 has none of either. */
export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { status, headers, body } = reply;
  const length = status === 304 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(request.method === 'HEAD' || status === 304 ? undefined : body);
}

/** The refusal of a request that is neither GET nor HEAD; `undefined` when it is one of them. */
export function refuseMethod({ method }: IncomingMessage): Reply | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  return plainText(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' });
}

/** The path of a request as it was sent, without its query. */
export function pathOf({ url }: IncomingMessage): string {
  return (url ?? '/').replace(/[?#].*$/s, '');
}
