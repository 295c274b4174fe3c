/**
 * One pass serves all who ask within a second: two Prometheus replicas, a person with curl.
 * @param make the work of one pass; what it throws or answers is shared too
 */
export function shareFor<T>(
  milliseconds: number,
  monotonicMs: () => number,
  make: () => Promise<T>,
): () => Promise<T> {
  let last: { atMs: number; result: Promise<T> } | undefined;
  return () => {
    const atMs = monotonicMs();
    if (!last || atMs - last.atMs >= milliseconds) last = { atMs, result: make() };
    return last.result;
  };
}
