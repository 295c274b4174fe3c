import { stop, urlOf } from '../https-server/listening';
import { SettingsError } from '../https-server/settings-error';
import { version } from '../package.json';
import { helpText, parseCommandLine } from './options';
import { servePlugin } from './plugin-server';

function log(message: unknown): void {
  process.stderr.write(
    `host-processes-plugin-server: ${message instanceof Error ? message.message : String(message)}\n`,
  );
}

async function main(args: readonly string[]): Promise<void> {
  try {
    const command = parseCommandLine(args);
    if (command.kind === 'help') process.stdout.write(helpText());
    else if (command.kind === 'version') process.stdout.write(`${version}\n`);
    else {
      const server = await servePlugin(command.options, log);
      log(`listening on ${urlOf(server)}`);
      for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(server));
    }
  } catch (error) {
    log(error);
    process.exitCode = error instanceof SettingsError ? 2 : 1;
  }
}

void main(process.argv.slice(2));
