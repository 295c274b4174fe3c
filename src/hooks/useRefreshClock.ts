import { useCallback, useEffect, useState } from 'react';

/**
 * The moment that the page shows, in milliseconds since the epoch, moved on every `refreshMs` (0:
 * never) and with every other subject. It stands while the browser tab is hidden, and moves at once when
 * it is seen again.
 */
export function useRefreshClock(
  refreshMs: number,
  subject: string,
): { nowMs: number; refresh: () => void } {
  const [shown, setShown] = useState(() => ({ nowMs: Date.now(), subject }));
  if (shown.subject !== subject) setShown(() => ({ nowMs: Date.now(), subject }));
  const refresh = useCallback(() => setShown((last) => ({ ...last, nowMs: Date.now() })), []);
  useEffect(() => {
    if (refreshMs === 0) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    const stop = () => clearInterval(timer);
    const start = () => {
      timer = setInterval(refresh, refreshMs);
    };
    const onVisibility = () => {
      stop();
      if (document.hidden) return;
      refresh();
      start();
    };
    if (!document.hidden) start();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [refreshMs, refresh]);
  return { nowMs: shown.nowMs, refresh };
}
