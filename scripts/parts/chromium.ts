import { lastLine, runProgram } from '../run-program';
import { UserError } from '../user-error';
import { isProgram, onPath } from './on-path';
import type { Part } from './part';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const howToGet = 'install Chromium on PATH, or set CHROMIUM to its path';

/** A browser: the only part that may be installed on the machine, because of its many libraries. */
export const chromium: Part<'chromium'> = {
  name: 'Chromium',
  async find() {
    const asked = process.env.CHROMIUM;
    if (asked && !isProgram(asked)) {
      throw new UserError(
        `CHROMIUM is ${asked}, which is no executable file; ${howToGet}, or unset it.`,
      );
    }
    const file = asked ?? onPath([...names]);
    return file && (await runs(file)) ? { chromium: file } : undefined;
  },
  async bring(say) {
    if (process.getuid?.() !== 0) {
      throw new UserError(`Chromium was not found, and installing it needs root; ${howToGet}.`);
    }
    say('Installing Chromium by apt-get …');
    await apt('update');
    await apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation');
    const installed = await this.find();
    if (!installed) throw new UserError(`apt-get installed no Chromium that runs; ${howToGet}.`);
    return installed;
  },
};

async function runs(file: string): Promise<boolean> {
  return (await runProgram(file, ['--version'])).status === 0;
}

async function apt(...args: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ended = await runProgram('apt-get', ['-q', ...args], { env });
  if (ended.missing) {
    throw new UserError(`Chromium was not found and there is no apt-get here; ${howToGet}.`);
  }
  if (ended.status !== 0) {
    throw new UserError(
      `apt-get ${args[0] ?? ''} for Chromium failed (${lastLine(ended.output)}); ${howToGet}.`,
    );
  }
}
