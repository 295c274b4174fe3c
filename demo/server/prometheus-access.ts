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

const passedOnForOneNamespace = ['/api/v1/query', '/api/v1/query_range', '/api/v1/label/{*rest}'];

/** Passes the console's Prometheus paths on to a real one, which decides who may ask. */
export function prometheusProxy(url: string): Router {
  return passingOn(url, passedOn);
}

/** The same for the fewer paths of who names a namespace. */
export function tenancyProxy(url: string): Router {
  return passingOn(url, passedOnForOneNamespace);
}

function passingOn(url: string, paths: string[]): Router {
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
  router.get(paths, proxy);
  return router;
}
