import type { Answer } from '../../prometheus/http-api/client';
import type { Answered } from './useAnswer';

/** Why there is nothing to show. Times in milliseconds since the epoch. */
export type EmptyReason =
  | { readonly because: 'no-agent' }
  | { readonly because: 'no-agent-here'; readonly otherNodes: number }
  | { readonly because: 'other-time'; readonly firstMs: number; readonly lastMs: number }
  | { readonly because: 'starting' };

/** What a panel shows when it cannot show data. */
export type Hindrance =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty'; readonly reason: EmptyReason }
  | { readonly kind: 'denied' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'timeout'; readonly retrying: boolean; readonly retry: () => void }
  | {
      readonly kind: 'unavailable';
      readonly message: string;
      /** Another answer is on its way. */
      readonly retrying: boolean;
      readonly retry: () => void;
    };

export interface Ready<T> {
  readonly kind: 'ready';
  readonly data: T;
  /** New data is on its way; this is the old. */
  readonly refreshing: boolean;
  /** Prometheus' own words; with any, some data may be missing. */
  readonly warnings: readonly string[];
}

/** A panel is in exactly one of these. */
export type PanelState<T> = Ready<T> | Hindrance;

/** Data of an answer that a panel can show. */
export interface Shaped<T> {
  readonly data: T;
  readonly warnings: Answer<unknown>['warnings'];
}

/** The state for an answer; a failure shows even where old data would still be at hand. */
export function panelState<T>({ outcome, pending, retry }: Answered<Shaped<T>>): PanelState<T> {
  if (outcome === undefined) return { kind: 'loading' };
  if ('data' in outcome) {
    const { data, warnings } = outcome.data;
    return { kind: 'ready', data, warnings, refreshing: pending };
  }
  const { code, message } = outcome.error;
  switch (code) {
    case 'denied':
      return { kind: 'denied' };
    case 'absent':
      return { kind: 'absent' };
    case 'timeout':
      return { kind: 'timeout', retrying: pending, retry };
    case 'aborted':
      return { kind: 'loading' };
    case 'bad-query':
    case 'unavailable':
      return { kind: 'unavailable', message, retrying: pending, retry };
  }
}

/** The same state with other data; `empty` when there is none after all. */
export function mapReady<T, U>(
  state: PanelState<T>,
  map: (data: T) => U | undefined,
  reason: EmptyReason,
): PanelState<U> {
  if (state.kind !== 'ready') return state;
  const data = map(state.data);
  return data === undefined ? { kind: 'empty', reason } : { ...state, data };
}

/** A panel waits for another, shares its trouble, and is being refreshed while it is. */
export function behind<T, U>(first: PanelState<T>, panel: PanelState<U>): PanelState<U> {
  if (first.kind !== 'ready') return first;
  if (panel.kind !== 'ready') return panel;
  return {
    ...panel,
    refreshing: panel.refreshing || first.refreshing,
    warnings: [...new Set([...first.warnings, ...panel.warnings])],
  };
}

/** Two panels' data made one; what stands in the way of the first is told first. */
export function joined<T, U, V>(
  first: PanelState<T>,
  second: PanelState<U>,
  join: (first: T, second: U) => V,
): PanelState<V> {
  if (first.kind !== 'ready') return first;
  const both = behind(first, second);
  return both.kind === 'ready' ? { ...both, data: join(first.data, both.data) } : both;
}
