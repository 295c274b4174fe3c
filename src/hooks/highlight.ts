import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';

/** What something is part of, from large to small: a class, a unit, a group. */
export type Identity = readonly string[];

/** What is pointed at, and where: rows and layers of the chart find each other by it. */
export interface Highlighted {
  readonly from: 'row' | 'legend' | 'plot';
  readonly identity: Identity;
}

/** Holds what is pointed at, outside of React's state: pointing renders only what it concerns. */
export interface Highlight {
  readonly get: () => Highlighted | null;
  readonly set: (next: Highlighted | null) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

function isSame(a: Highlighted | null, b: Highlighted | null): boolean {
  return a === b || (a?.from === b?.from && a?.identity.join('\0') === b?.identity.join('\0'));
}

/** Nothing is pointed at, to begin with. */
export function createHighlight(): Highlight {
  const listeners = new Set<() => void>();
  let current: Highlighted | null = null;
  return {
    get: () => current,
    set: (next) => {
      if (isSame(current, next)) return;
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The page's one; a panel by itself has one that nobody listens to. */
export const HighlightContext = createContext<Highlight>(createHighlight());

/** Whether `part` is `whole` or a part of it. */
export function isWithin(part: Identity, whole: Identity): boolean {
  return whole.every((name, i) => part[i] === name);
}

/** A part of what is pointed at, which should be small: it renders whenever this changes. */
export function useHighlighted<T extends string | boolean | undefined>(
  select: (highlighted: Highlighted | null) => T,
): T {
  const highlight = useContext(HighlightContext);
  const get = useCallback(() => select(highlight.get()), [highlight, select]);
  return useSyncExternalStore(highlight.subscribe, get);
}

/** Handlers for something that can be pointed at, by pointer and by keyboard alike. */
export function usePointing(from: Highlighted['from'], identity: Identity) {
  const highlight = useContext(HighlightContext);
  return useMemo(() => {
    const begin = () => highlight.set({ from, identity });
    const end = () => highlight.set(null);
    return { onMouseEnter: begin, onMouseLeave: end, onFocus: begin, onBlur: end };
  }, [highlight, from, identity]);
}
