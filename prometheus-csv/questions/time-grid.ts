/** A stretch of the interval that one request asks for: moments of windows, and a span for averages. */
export interface Piece {
  /** First and last moment in milliseconds; equal to each other where there is one. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** The averages' span: it begins where that of the piece before ended. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** How an interval is looked at: windows of one length that end a step apart. */
export interface TimeGrid {
  readonly startMs: number;
  readonly endMs: number;
  readonly windowMs: number;
  readonly stepMs: number;
  /** Ends of the windows, ascending; every window lies inside the interval. */
  readonly moments: readonly number[];
  readonly pieces: readonly Piece[];
}

/** kubelet's series come every 30 s: four of them, and a good eight of ours. */
const usualWindowMs = 120_000;
const stepUnitMs = 30_000;
const stepsInWindow = 4;
const mostMoments = 1440;
const momentsInPiece = 120;

/**
 * The windows of an interval that ends at `endMs`. No moment lies between two windows; for intervals of
 * more than two days they grow, so that there are at most 1,440, unless shorter ones are wanted.
 */
export function timeGrid(intervalMs: number, endMs: number, wantedWindowMs?: number): TimeGrid {
  const fewest = Math.ceil(intervalMs / mostMoments / stepUnitMs) * stepUnitMs;
  const wanted = wantedWindowMs ?? Math.max(usualWindowMs, fewest);
  const windowMs = Math.min(wanted, intervalMs);
  const fine = Math.floor(windowMs / stepsInWindow / 1000) * 1000;
  const stepMs = Math.min(windowMs, Math.max(fine, fewest));
  const count = Math.floor((intervalMs - windowMs) / stepMs) + 1;
  const moments = Array.from({ length: count }, (_, i) => endMs - (count - 1 - i) * stepMs);
  const startMs = endMs - intervalMs;
  return { startMs, endMs, windowMs, stepMs, moments, pieces: piecesOf(moments, startMs) };
}

function piecesOf(moments: readonly number[], startMs: number): Piece[] {
  const pieces: Piece[] = [];
  let fromMs = startMs;
  for (let i = 0; i < moments.length; i += momentsInPiece) {
    const part = moments.slice(i, i + momentsInPiece);
    const lastMs = part.at(-1) ?? startMs;
    pieces.push({ firstMs: part[0] ?? lastMs, lastMs, fromMs, toMs: lastMs });
    fromMs = lastMs;
  }
  return pieces;
}
