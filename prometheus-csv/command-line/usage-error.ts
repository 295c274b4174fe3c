/** A command line that cannot be taken; the message is one sentence that names the thing. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An option with a value of the wrong kind. */
export function refused(option: string, expected: string, found: string): UsageError {
  return new UsageError(`Option --${option} expects ${expected}, found ${JSON.stringify(found)}.`);
}
