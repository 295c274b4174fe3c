/** An option that cannot be taken; the message is one sentence that names it. Exit status 2. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}
