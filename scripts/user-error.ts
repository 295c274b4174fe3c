/**
 * A failure that one sentence explains to the person at the terminal: what is wrong, what was expected
 * and what to do. Whoever catches it prints the message alone; any other error keeps its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    message: string,
    /** 2 for a mistake in the command line, 1 for everything else. */
    readonly exitStatus: 1 | 2 = 1,
  ) {
    super(message);
  }
}

const refusals = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'operation not permitted'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space is left'],
]);

/** A refusal of the operating system as a sentence of ours; undefined for anything else. */
export function refusalText(error: unknown): string | undefined {
  const { code = '', syscall = 'use', path = 'a file' } = (error ?? {}) as NodeJS.ErrnoException;
  const why = refusals.get(code);
  return (
    why &&
    `Cannot ${syscall} ${path}: ${why}; make it writable for this user, or run as another one.`
  );
}

/** Prints what stopped a program and sets its exit status. */
export function reportFailure(error: unknown): void {
  const known = error instanceof UserError ? error.message : refusalText(error);
  console.error(known ?? error);
  process.exitCode = error instanceof UserError ? error.exitStatus : 1;
}
