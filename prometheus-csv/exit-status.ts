import { AskError } from '../prometheus/http-api/ask-error';
import { ClusterError } from './cluster/cluster-error';
import { UsageError } from './command-line/usage-error';
import { OutputError } from './output/write';

const ofSignal = { SIGINT: 130, SIGTERM: 143 } as const;

/** 2 for a mistake in the command line, as a shell has it for a signal, 1 for everything else. */
export function exitStatusOf(error: unknown, { aborted, reason }: AbortSignal): number {
  if (aborted) return ofSignal[reason as keyof typeof ofSignal];
  return error instanceof UsageError ? 2 : 1;
}

/** One sentence for a person; only what should never happen keeps its stack. */
export function messageOf(error: unknown, { aborted }: AbortSignal): string {
  if (aborted) return 'Stopped; nothing was written.';
  const known = [UsageError, ClusterError, AskError, OutputError].some((of) => error instanceof of);
  if (known) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
