import { SettingsError } from '../https-server/settings-error';
import { version } from '../package.json';
import { helpText, parseCommandLine } from './options';
import { testInstallation } from './test-installation';

async function main(args: readonly string[]): Promise<void> {
  try {
    const command = parseCommandLine(args);
    if (command.kind === 'help') process.stdout.write(helpText);
    else if (command.kind === 'version') process.stdout.write(`${version}\n`);
    else
      await testInstallation(command.options, (sentence) => process.stdout.write(`${sentence}\n`));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`host-processes-helm-test: ${message}\n`);
    process.exitCode = error instanceof SettingsError ? 2 : 1;
  }
}

void main(process.argv.slice(2));
