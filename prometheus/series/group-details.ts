import type { VectorSeries } from '../http-api/responses';
import { detailParts } from '../promql/queries/group-details';
import { joinParts } from './join';

/** Cores of the threads of one name. */
export interface ThreadRow {
  readonly threadname: string;
  readonly now?: number;
  readonly average?: number;
}

/** What is behind a group's name; a fact that nobody tells is absent. */
export interface GroupDetails {
  /** Largest first; `(exited)`, which is no thread's name, last. */
  readonly threads: readonly ThreadRow[];
  readonly processCount?: number;
  readonly threadCount?: number;
  readonly residentBytes?: number;
  /** Start of the oldest process, in milliseconds since the epoch. */
  readonly startMs?: number;
}

const exited = '(exited)';

function byUse(a: ThreadRow, b: ThreadRow): number {
  const last = Number(a.threadname === exited) - Number(b.threadname === exited);
  return last || (b.now ?? 0) - (a.now ?? 0) || (b.average ?? 0) - (a.average ?? 0);
}

/** The details from the answer to their question. */
export function groupDetailsOf(vector: readonly VectorSeries[]): GroupDetails {
  const rows = joinParts(vector);
  const valueOf = (part: string) =>
    rows.find(({ labels, values }) => labels.threadname === undefined && part in values)?.values[
      part
    ];
  const [processCount, threadCount, residentBytes, startSeconds] = [
    detailParts.processes,
    detailParts.threads,
    detailParts.residentBytes,
    detailParts.startSeconds,
  ].map(valueOf);
  const threads = rows.flatMap(({ labels: { threadname }, values }): ThreadRow[] => {
    if (threadname === undefined) return [];
    const { [detailParts.now]: now, [detailParts.average]: average } = values;
    return [
      {
        threadname,
        ...(now !== undefined && { now }),
        ...(average !== undefined && { average }),
      },
    ];
  });
  return {
    threads: threads.sort(byUse),
    ...(processCount !== undefined && { processCount }),
    ...(threadCount !== undefined && { threadCount }),
    ...(residentBytes !== undefined && { residentBytes }),
    ...(startSeconds !== undefined && { startMs: startSeconds * 1000 }),
  };
}
