import { AskError, type AskErrorCode } from '../../prometheus/http-api/ask-error';
import type { Asked } from './inquiries';
import type { Shaped } from './panel-state';
import type { Inquiry } from './useAnswer';

/** What became of the part of an answer that kubelet tells. */
export type PodsAsked =
  | { readonly kind: 'asked' }
  /** No right to it. */
  | { readonly kind: 'denied' }
  /** The host was asked about alone, after this went wrong. */
  | { readonly kind: 'failed'; readonly message: string };

/** With these, the part without pods may well be answered. */
const worthLess: readonly AskErrorCode[] = ['bad-query', 'unavailable'];

/**
 * Asks about pods, too, where the user's rights reach that far. Pods never stand in the way of the host:
 * when the whole fails, the host is asked about alone.
 */
export function withPods<T>(
  asked: Asked,
  inquiryFor: (pods: boolean) => Inquiry<Shaped<T>>,
): Inquiry<Shaped<{ readonly found: T; readonly pods: PodsAsked }>> {
  const whole = inquiryFor(true);
  const ask = async (pods: PodsAsked, signal: AbortSignal) => {
    const inquiry = pods.kind === 'asked' ? whole : inquiryFor(false);
    const { data, warnings } = await inquiry.ask(signal);
    return { data: { found: data, pods }, warnings };
  };
  return {
    subject: whole.subject,
    ask: async (signal) => {
      if (asked.access.kind !== 'cluster') return ask({ kind: 'denied' }, signal);
      try {
        return await ask({ kind: 'asked' }, signal);
      } catch (error) {
        if (!(error instanceof AskError) || !worthLess.includes(error.code)) throw error;
        return ask({ kind: 'failed', message: error.message }, signal);
      }
    },
  };
}
