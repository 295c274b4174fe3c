import type { IncomingMessage } from 'node:http';

/** Whether a request may see what is behind. The reason of a refusal is a sentence for a person. */
export type Verdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** 401: no credential; 403: a wrong one; 429: not judged now. */
      readonly status: 401 | 403 | 429;
      /** For the `www-authenticate` header (RFC 9110, 11.6.1). */
      readonly challenge?: string;
      readonly reason: string;
    };

/** Judges requests. */
export type Access = (request: IncomingMessage) => Verdict | Promise<Verdict>;

export const allowed: Verdict = { allowed: true };

/** One of the credentials suffices. Who shows a wrong one is told so, rather than that there is none. */
export function anyOf(accesses: readonly Access[]): Access {
  return async (request) => {
    const verdicts = await Promise.all(accesses.map(async (access) => access(request)));
    const refusals = verdicts.filter((verdict) => !verdict.allowed);
    if (refusals.length < verdicts.length) return allowed;
    const wrong = refusals.find(({ status }) => status !== 401);
    const challenge = refusals.flatMap(({ challenge }) => challenge ?? []).join(', ');
    return (
      wrong ?? {
        allowed: false,
        status: 401,
        ...(challenge !== '' && { challenge }),
        reason: refusals.map(({ reason }) => reason).join(' Or: '),
      }
    );
  };
}

/** All of the credentials are needed; the first refusal is the answer. None: everybody is let in. */
export function allOf(accesses: readonly Access[]): Access {
  return async (request) => {
    for (const access of accesses) {
      const verdict = await access(request);
      if (!verdict.allowed) return verdict;
    }
    return allowed;
  };
}
