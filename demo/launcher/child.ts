import { spawn } from 'node:child_process';
import { UserError } from '../../scripts/user-error';
import type { Lifetime, Owned } from './lifetime';

/** How long a program may take to end after SIGTERM. */
const patienceMs = 5000;
const linesKept = 12;

export interface Child extends Owned {
  readonly name: string;
  readonly pid: number;
}

/** Starts a program that is to run as long as the lifetime, and watches it. */
export async function startChild(
  lifetime: Lifetime,
  name: string,
  file: string,
  args: readonly string[],
): Promise<Child> {
  // A process group of its own: Ctrl-C reaches us alone, and we stop everything in the right order.
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const lines = lastLines();
  child.stdout.setEncoding('utf8').on('data', lines.keep);
  child.stderr.setEncoding('utf8').on('data', lines.keep);
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(`could not be started (${error.message})`));
    child.on('close', (status, signal) =>
      resolve(`ended ${signal ? `by ${signal}` : `with status ${status ?? 'unknown'}`}`),
    );
  });
  let stopping = false;
  const died = ended.then((how) => {
    if (stopping) return new Promise<never>(() => undefined);
    throw new UserError(`${name} ${how} although nobody stopped it.${lines.asText()}`);
  });
  const stop = async () => {
    stopping = true;
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(hard);
  };
  lifetime.own({ died, stop });
  await Promise.race([new Promise((resolve) => child.on('spawn', resolve)), died]);
  return { name, pid: child.pid ?? 0, died, stop };
}

function lastLines() {
  const kept: string[] = [];
  return {
    keep: (chunk: string) => {
      kept.push(...chunk.split('\n').filter(Boolean));
      kept.splice(0, kept.length - linesKept);
    },
    asText: () =>
      kept.length === 0
        ? ' It said nothing.'
        : ` Its last lines:${kept.map((line) => `\n    ${line}`).join('')}`,
  };
}
