import { Router, type RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';

// What the console's server passes on (facts: pkg/server/server.go), and nothing else.
const passedOn = [
  '/api/v1/query',
  '/api/v1/query_range',
  '/api/v1/label/{*rest}',
  '/api/v1/labels',
  '/api/v1/series',
  '/api/v1/metadata',
  '/api/v1/targets',
  '/api/v1/rules',
];

/** Passes the console's Prometheus paths on to a real one. */
export function prometheusProxy(url: string): Router {
  const router = Router();
  const proxy = createProxyMiddleware({
    target: url,
    changeOrigin: true,
    // As Go's reverse proxy does, when nobody answers behind it.
    on: {
      error: (_error, _request, response) =>
        'writeHead' in response && response.writeHead(502).end(),
    },
  }) as RequestHandler;
  router.get(passedOn, proxy);
  return router;
}

/** Refuses as kube-rbac-proxy does before thanos-querier: plain text, no JSON. */
export function deniedPrometheus(resource: string, subresource: string): RequestHandler {
  return (_request, response) => {
    response
      .status(403)
      .type('text/plain')
      .send(
        `Forbidden (user=developer, verb=get, resource=${resource}, subresource=${subresource})\n`,
      );
  };
}
