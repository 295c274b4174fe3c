import type { Lifetime } from '../../demo/launcher/lifetime';
import { nodeFlags } from './agent';
import { type Exporter, startExporter } from './exporter';

const serveNothing = `
const [host, port] = process.argv.at(-1).split(':');
require('node:http').createServer((_, response) => response.end()).listen(port, host);
`;

const serveTheSame = `
const http = require('node:http');
const { gzipSync } = require('node:zlib');
const [url, address] = process.argv.slice(-2);
const [host, port] = address.split(':');
http.get(url, async (response) => {
  const text = Buffer.concat(await response.toArray());
  const { 'content-type': type } = response.headers;
  const serve = (_, response) => {
    const body = gzipSync(text, { level: 1, chunkSize: 64 * 1024 });
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
  };
  http.createServer(serve).listen(port, host);
});
`;

/** Starts a Node.js with the options of the agent that serves nothing: what it holds, no agent in Node.js is without. */
export function startBareNodejs(
  lifetime: Lifetime,
  nodejs: string,
  procsFiles: readonly string[],
): Promise<Exporter> {
  return startExporter(lifetime, {
    name: 'The bare Node.js',
    file: nodejs,
    args: (address) => [...nodeFlags(), '--eval', serveNothing, address],
    procsFiles,
  });
}

/**
 * Starts one that has taken an exposition once and serves it from then on, compressed as the agent does: what
 * that costs, no agent in Node.js is without.
 */
export function startServingNodejs(
  lifetime: Lifetime,
  nodejs: string,
  procsFiles: readonly string[],
  expositionUrl: string,
): Promise<Exporter> {
  return startExporter(lifetime, {
    name: 'The serving Node.js',
    file: nodejs,
    args: (address) => [...nodeFlags(), '--eval', serveTheSame, expositionUrl, address],
    procsFiles,
  });
}
