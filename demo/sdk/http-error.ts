import type * as SDK from '@openshift-console/dynamic-plugin-sdk';

/** The console's error for an answer that is not OK. */
class ConsoleHttpError extends Error {
  constructor(
    message: string,
    readonly code?: number,
    readonly response?: Response,
    readonly json?: unknown,
  ) {
    super(message);
    this.name = 'HttpError';
  }

  /** An error that knows nothing but its status. */
  static fromCode(code: number): ConsoleHttpError {
    return new ConsoleHttpError(`HTTP status ${code}`, code);
  }
}

// The SDK's class has a protected member, which no other class can have in TypeScript's eyes.
export const HttpError = ConsoleHttpError as unknown as typeof SDK.HttpError;

/** The console's error when no answer came in time. Like there, it is not exported by the SDK. */
export class TimeoutError extends Error {
  constructor(
    readonly url: string,
    readonly ms: number,
  ) {
    super(`Call to ${url} timed out after ${ms}ms.`);
    this.name = 'TimeoutError';
  }
}
