import { createClient } from '../prometheus/http-api/client';
import { findCluster } from './cluster/find-cluster';
import { prometheusTransport } from './cluster/prometheus-transport';
import type { Options } from './command-line/options';
import { commands, type Inquiry } from './commands';
import { Progress } from './output/progress';
import { writeOut, writeWhole } from './output/write';

/** Asks a cluster, writes what was asked for, and gives the exit status. Errors write nothing. */
export async function run(options: Options, signal: AbortSignal): Promise<number> {
  const { cluster, file, quiet } = options;
  const connection = await findCluster(cluster, signal);
  const { timeoutMs, retries } = cluster;
  const progress = new Progress(process.stderr, quiet);
  const notes = new Set<string>();
  const inquiry: Inquiry = {
    options,
    source: connection.base.host,
    client: createClient(prometheusTransport(connection, { timeoutMs, retries, signal })),
    watcher: {
      onProgress: (done, all) => progress.show(done, all),
      onWarning: (text) => notes.add(`Prometheus warns: ${text}`),
    },
    note: (text) => notes.add(text),
  };
  const command = options.legacy ? 'legacy' : options.baseline ? 'growth' : options.command;
  let outcome;
  try {
    outcome = await commands[command](inquiry);
  } finally {
    progress.clear();
  }
  signal.throwIfAborted();
  if (file === undefined) writeOut(outcome.text);
  else writeWhole(file, outcome.text);
  if (!quiet) for (const text of notes) process.stderr.write(`prometheus-csv: ${text}\n`);
  return outcome.status;
}
