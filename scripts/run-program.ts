import { spawn } from 'node:child_process';

/** How a program ended: its status, or `missing` when it could not be started at all. */
export interface Ended {
  /** Exit status; -1 when a signal ended it or it never started. */
  readonly status: number;
  readonly missing: boolean;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
}

interface Options {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the program and everything that it started. */
  readonly signal?: AbortSignal;
}

/** Runs a program to its end and keeps what it says. Never rejects: how it ended is a value. */
export function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env = process.env, signal }: Options = {},
): Promise<Ended> {
  if (signal?.aborted)
    return Promise.resolve({ status: -1, missing: false, output: 'Not started.' });
  return new Promise((resolve) => {
    // With a process group of its own, one signal reaches what the program started, too.
    const child = spawn(file, args, {
      ...(cwd !== undefined && { cwd }),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: signal !== undefined,
    });
    const stop = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM');
    signal?.addEventListener('abort', stop);
    let output = '';
    const keep = (chunk: string) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const end = (ended: Ended) => {
      signal?.removeEventListener('abort', stop);
      resolve(ended);
    };
    child.on('error', (error: NodeJS.ErrnoException) =>
      end({ status: -1, missing: error.code === 'ENOENT', output: error.message }),
    );
    child.on('close', (status) => end({ status: status ?? -1, missing: false, output }));
  });
}

/** The last line that says something, for the end of a sentence. */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
