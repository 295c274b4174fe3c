import fc from 'fast-check';

// Support of specs that try any input.

/** What it answers, or the error of its own kind; any other error fails the test. */
export function allowing<T>(kind: new (...args: never[]) => Error, work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
}

/** Text that is often nearly right. */
export function nearly(...words: string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 20,
    })
    .map((parts) => parts.join(''));
}
