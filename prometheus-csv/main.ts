import { version } from '../package.json';
import { helpText } from './command-line/help-text';
import { parseCommandLine } from './command-line/parse';
import { exitStatusOf, messageOf } from './exit-status';
import { run } from './run';
import { writeOut } from './output/write';

async function main(args: readonly string[]): Promise<number> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interrupted.abort(signal));
  }
  try {
    const command = parseCommandLine(args, Date.now());
    if (command.kind === 'run') return await run(command.options, interrupted.signal);
    writeOut(command.kind === 'help' ? helpText() : `${version}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`prometheus-csv: ${messageOf(error, interrupted.signal)}\n`);
    return exitStatusOf(error, interrupted.signal);
  }
}

void main(process.argv.slice(2)).then((status) => (process.exitCode = status));
