import type { PageState } from './page-state';

/** Nothing narrower is zoomed in to: it would hold hardly a sample. */
const shortestZoomMs = 60_000;

type Change = Partial<PageState>;

function isInside(ms: number | null, fromMs: number, toMs: number): boolean {
  return ms !== null && ms >= fromMs && ms <= toMs;
}

/**
 * The page with a change. Another range forgets what belongs to the old one, unless the change says so
 * itself: where it was zoomed from, and a pinned moment.
 */
export function changed(state: PageState, change: Change): PageState {
  const next = { ...state, ...change };
  const isSame = next.rangeMs === state.rangeMs && next.endMs === state.endMs;
  return isSame ? next : { ...next, unzoomed: null, pinMs: null, ...change };
}

/** Zooms in to what lies between two moments, in either order; widened where it would be too narrow. */
export function zoomedTo(state: PageState, oneMs: number, otherMs: number): Change {
  const middle = (oneMs + otherMs) / 2;
  const half = Math.max(Math.abs(otherMs - oneMs), shortestZoomMs) / 2;
  const [fromMs, toMs] = [Math.round(middle - half), Math.round(middle + half)];
  return {
    rangeMs: toMs - fromMs,
    endMs: toMs,
    unzoomed: state.unzoomed ?? { rangeMs: state.rangeMs, endMs: state.endMs },
    pinMs: isInside(state.pinMs, fromMs, toMs) ? state.pinMs : null,
  };
}

/** Goes back to the range before zooming. */
export function resetZoom({ unzoomed, pinMs }: PageState): Change {
  return unzoomed === null ? {} : { ...unzoomed, unzoomed: null, pinMs };
}

/**
 * Half or twice the range about a moment of it. Out of a zoom, but never further than where it came from.
 */
export function zoomedAbout(state: PageState, ms: number, direction: 'in' | 'out'): Change {
  const { rangeMs, unzoomed } = state;
  if (direction === 'in') return zoomedTo(state, ms - rangeMs / 4, ms + rangeMs / 4);
  if (unzoomed === null) return {};
  return rangeMs * 2 >= unzoomed.rangeMs
    ? resetZoom(state)
    : zoomedTo(state, ms - rangeMs, ms + rangeMs);
}
