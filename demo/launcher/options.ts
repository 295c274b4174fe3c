import { parseArgs } from 'node:util';
import { UserError } from '../../scripts/user-error';

/** What the person asked for. */
export interface Options {
  /** Port of the page on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** Drive a browser to the tab, judge what it shows, and end. */
  readonly smoke: boolean;
  readonly help: boolean;
}

export const usage = `npm run demo [-- OPTIONS]

Shows the processes of this machine in the Host Processes tab of an OpenShift Node page.

  --port N   port of the page on 127.0.0.1 (default 9000)
  --smoke    drive a headless Chromium to the tab, check what it shows, and end
  --help     this text`;

/** Reads the command line; a mistake in it is one sentence and exit status 2. */
export function parseOptions(args: readonly string[]): Options {
  const { port, smoke = false, help = false } = values(args);
  // Nobody looks at the page of a smoke run, so it takes no port from those who do.
  return { port: port === undefined ? (smoke ? 0 : 9000) : parsePort(port), smoke, help };
}

function values(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        smoke: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const [why = ''] = (error as Error).message.split(/\. |\n/);
    throw new UserError(`${why.replace(/\.$/, '')}; known options: --port N, --smoke, --help.`, 2);
  }
}

function parsePort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  if (port >= 1 && port <= 65535) return port;
  throw new UserError(`--port wants a number from 1 to 65535, and got ${JSON.stringify(text)}.`, 2);
}
