import type http from 'node:http';
import { acceptedEncoding } from '../https-server/accepted-encoding';
import { keyPair, readPem } from '../https-server/key-pair';
import { listen } from '../https-server/listening';
import { Reloaded } from '../https-server/reloaded';
import { createReloadingServer } from '../https-server/reloading-server';
import { pathOf, plainText, refuseMethod, type Reply, send } from '../https-server/reply';
import { tlsRules } from '../https-server/tls-rules';
import type { Options } from './options';
import { type Resource, resourceOf } from './resource';
import { readStaticFiles } from './static-files';

/** Sent with every answer. */
const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Where the plugin learns what the chart knows. */
const settingsName = 'host-processes.json';

/**
 * Serves the built plugin from memory. Rejects when it cannot listen.
 * @param log gets a sentence for each change of the certificate, and errors
 * @throws SettingsError when certificate, key or folder cannot be taken
 */
export async function servePlugin(
  options: Options,
  log: (message: unknown) => void,
): Promise<http.Server> {
  const rules = new Reloaded((read) => {
    const pair = keyPair(readPem(read, options.certFile), readPem(read, options.keyFile));
    return { tls: tlsRules({ pair }) };
  }, log);
  const resources = await loadResources(options);
  const server = createReloadingServer(
    rules,
    (_rules, request, response) => {
      const { status, headers, body } = replyTo(resources, request);
      send(request, response, { status, headers: { ...securityHeaders, ...headers }, body });
    },
    log,
  );
  await listen(server, options.listenAddress);
  return server;
}

async function loadResources(options: Options): Promise<Map<string, Resource>> {
  const files = await readStaticFiles(options.files);
  files.set(settingsName, Buffer.from(settings(options)));
  const resources = new Map<string, Resource>();
  // One after the other: all at once would hold every file several times.
  for (const [name, content] of files) resources.set(`/${name}`, await resourceOf(name, content));
  return resources;
}

function settings({ agentNamespace, scrapeIntervalMs }: Options): string {
  return `${JSON.stringify({ agentNamespace, scrapeIntervalSeconds: scrapeIntervalMs / 1000 })}\n`;
}

function replyTo(resources: ReadonlyMap<string, Resource>, request: http.IncomingMessage): Reply {
  const refused = refuseMethod(request);
  if (refused) return refused;
  const path = pathOf(request);
  if (path === '/healthz') return plainText(200, 'ok');
  const resource = resources.get(decoded(path));
  if (!resource) return plainText(404, 'There is no such file.', { 'cache-control': 'no-store' });
  const { body, etag, contentType, cacheControl } = resource;
  const atHand = (['br', 'gzip'] as const).filter((coding) => body[coding]);
  const coding = acceptedEncoding(request.headers['accept-encoding'], atHand) ?? 'identity';
  const headers = { 'cache-control': cacheControl, etag: etag[coding], vary: 'accept-encoding' };
  if (isFresh(request.headers['if-none-match'], etag[coding])) {
    return { status: 304, headers, body: '' };
  }
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': contentType,
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    },
    body: body[coding] ?? body.identity,
  };
}

// RFC 9110, 13.1.2: weak comparison, any of a list.
function isFresh(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
