/**
 * One pass serves all who ask within a second: two Prometheus replicas, a person with curl. One that takes
 * longer serves all who ask until it ends: two at once would each see half.
 * @param make the work of one pass; what it throws or answers is shared too
 */
export function shareFor<T>(
  milliseconds: number,
  monotonicMs: () => number,
  make: () => Promise<T>,
): () => Promise<T> {
  let last: { atMs: number; ended: boolean; result: Promise<T> } | undefined;
  return () => {
    const atMs = monotonicMs();
    if (last && (!last.ended || atMs - last.atMs < milliseconds)) return last.result;
    const share = { atMs, ended: false, result: make() };
    const end = () => {
      share.ended = true;
    };
    share.result.then(end, end);
    last = share;
    return share.result;
  };
}
