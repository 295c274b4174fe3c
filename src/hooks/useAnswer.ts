import { useCallback, useLayoutEffect, useMemo, useReducer, useState } from 'react';
import { askErrorFrom, type AskError } from '../../prometheus/http-api/ask-error';

/** Something to find out. */
export interface Inquiry<T> {
  /** What it is about: a new subject aborts the question before it, a mere refresh waits for it. */
  readonly subject: string;
  readonly ask: (signal: AbortSignal) => Promise<T>;
}

type Outcome<T> = { readonly data: T } | { readonly error: AskError };

/** The latest outcome, and whether a newer one is on its way. */
export interface Answered<T> {
  readonly outcome?: Outcome<T>;
  readonly pending: boolean;
  /** Asks again, also while nothing has changed. */
  readonly retry: () => void;
}

interface Settled<T> {
  readonly inquiry: Inquiry<T>;
  readonly attempt: number;
  readonly outcome: Outcome<T>;
}

/**
 * Asks whenever the inquiry changes (memoise it), nothing for undefined. Old data stays while new
 * loads, an old failure only where it is of the same subject; an answer that was overtaken is dropped; a
 * slow answer is not aborted by a refresh of the same subject, or it would never arrive. The same object
 * as long as nothing came of it.
 */
export function useAnswer<T>(wanted: Inquiry<T> | undefined): Answered<T> {
  const [asked, setAsked] = useState(wanted);
  const [settled, setSettled] = useState<Settled<T>>();
  const [attempt, retry] = useReducer((count: number) => count + 1, 0);

  const settledAsked = settled?.inquiry === asked && settled?.attempt === attempt;
  if (asked !== wanted && (asked?.subject !== wanted?.subject || settledAsked)) setAsked(wanted);

  // Before the browser paints: what is on its way need not wait for the picture of having nothing.
  useLayoutEffect(() => {
    if (asked === undefined) return;
    const controller = new AbortController();
    const settle = (outcome: Outcome<T>) => {
      if (!controller.signal.aborted) setSettled({ inquiry: asked, attempt, outcome });
    };
    asked.ask(controller.signal).then(
      (data) => settle({ data }),
      (error: unknown) => settle({ error: askErrorFrom(error) }),
    );
    return () => controller.abort();
  }, [asked, attempt]);

  const again = useCallback(() => retry(), []);
  const pending =
    wanted !== undefined && (settled?.inquiry !== wanted || settled.attempt !== attempt);
  const isKept =
    settled !== undefined &&
    ('data' in settled.outcome || settled.inquiry.subject === wanted?.subject);
  const outcome = isKept ? settled.outcome : undefined;
  return useMemo(
    () => ({ ...(outcome && { outcome }), pending, retry: again }),
    [outcome, pending, again],
  );
}
