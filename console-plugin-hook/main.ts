import { SettingsError } from '../https-server/settings-error';
import { version } from '../package.json';
import { changePluginList } from './change-plugin-list';
import { helpText, parseCommandLine } from './options';

function log(message: string): void {
  process.stderr.write(`host-processes-console-plugin-hook: ${message}\n`);
}

async function main(args: readonly string[]): Promise<void> {
  try {
    const command = parseCommandLine(args, process.env);
    if (command.kind === 'help') process.stdout.write(helpText);
    else if (command.kind === 'version') process.stdout.write(`${version}\n`);
    else {
      const { change, plugin, api, attempts } = command;
      await changePluginList(change, plugin, api, { attempts, pauseMs: 200 })
        .then(log)
        .catch((error: unknown) => {
          if (change === 'add') throw error;
          // Whoever uninstalls is not to be held up: a name without a plugin does the console no harm.
          log((error as Error).message);
          log(`Uninstalling goes on; the console passes over the name ${plugin}.`);
        });
    }
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    process.exitCode = error instanceof SettingsError ? 2 : 1;
  }
}

void main(process.argv.slice(2));
