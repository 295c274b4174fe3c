import type { RequestHandler } from 'express';

/** Refuses as kube-rbac-proxy does before thanos-querier: plain text, no JSON. */
export function denied(resource: string, subresource: string): RequestHandler {
  return (_request, response) => {
    response
      .status(403)
      .type('text/plain')
      .send(
        `Forbidden (user=developer, verb=get, resource=${resource}, subresource=${subresource})\n`,
      );
  };
}
