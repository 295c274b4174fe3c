/** Why a question got no answer; texts and panel states go by it. */
export type AskErrorCode =
  /** The user may not read these metrics. */
  | 'denied'
  /** Took too long: the console gave up, or Prometheus did. */
  | 'timeout'
  /** Prometheus could not read or run the query: a fault of ours, or a limit reached. */
  | 'bad-query'
  /** There is no Prometheus behind the address. */
  | 'absent'
  /** We no longer wanted the answer. */
  | 'aborted'
  /** Everything else: network, gateway, an answer that is none. */
  | 'unavailable';

export class AskError extends Error {
  override readonly name = 'AskError';

  constructor(
    readonly code: AskErrorCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
  }
}

/** What a transport may throw: the console's HttpError and TimeoutError, a DOMException, a TypeError. */
interface Failure {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly ms?: unknown;
  readonly json?: { readonly error?: unknown; readonly errorType?: unknown } | null;
}

function codeOf({ name, code, ms, json }: Failure): AskErrorCode {
  if (name === 'AbortError') return 'aborted';
  // Class names of the console are mangled in its release builds; its TimeoutError is known by `ms`.
  if (typeof ms === 'number') return 'timeout';
  if (json?.errorType === 'timeout') return 'timeout';
  switch (code) {
    case 401:
    case 403:
      return 'denied';
    case 400:
    case 422:
      return 'bad-query';
    case 404:
      return 'absent';
    case 408:
    case 504:
      return 'timeout';
    default:
      return 'unavailable';
  }
}

/** Gives whatever a transport threw its code; the message is Prometheus' own where it sent one. */
export function askErrorFrom(cause: unknown): AskError {
  if (cause instanceof AskError) return cause;
  const failure: Failure = typeof cause === 'object' && cause !== null ? cause : {};
  const said = failure.json?.error ?? failure.message;
  const message = typeof said === 'string' && said !== '' ? said : String(failure.code ?? cause);
  return new AskError(codeOf(failure), message, { cause });
}
