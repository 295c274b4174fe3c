import type { Lifetime } from '../../demo/launcher/lifetime';
import { nodeFlags } from './agent';
import { type Exporter, startExporter } from './exporter';

const serve = `
const [host, port] = process.argv.at(-1).split(':');
require('node:http').createServer((_, response) => response.end()).listen(port, host);
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
    args: (address) => [...nodeFlags(), '--eval', serve, address],
    procsFiles,
  });
}
