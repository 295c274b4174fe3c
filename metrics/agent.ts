import { counter, gauge } from './family';

// What the agent says about itself, beside the process_* families of prom-client.

/**
 * How the agent accounts: by cgroup v2; by processes alone where no cgroup v2 tree has children; or by
 * cgroups alone where the host's processes are out of view.
 */
export const accountingModes = ['cgroup2', 'process-only', 'cgroups-only'] as const;
export type AccountingMode = (typeof accountingModes)[number];

export const accountingMode = gauge({
  name: 'hostproc_accounting_mode',
  help: 'The way in which the agent accounts on this node: 1 for the mode in use.',
  labels: ['mode'],
  unit: 'none',
});

export const kernelFileReads = counter({
  name: 'hostproc_reads_total',
  help: 'Reads of kernel files, by kind of file and result; gone is normal, denied is a missing right.',
  labels: ['file', 'result'],
  unit: 'none',
});

export const claimsDroppedSeconds = counter({
  name: 'hostproc_claims_dropped_seconds_total',
  help: 'CPU time that processes reported and their cgroup never confirmed, because they moved or ended.',
  labels: [],
  unit: 'seconds',
});

export const collectorSuccess = gauge({
  name: 'hostproc_collector_success',
  help: 'Whether the collector had everything it needed: 1, or 0 when its families are missing.',
  labels: ['collector'],
  unit: 'none',
});

export const collectorDurationSeconds = gauge({
  name: 'hostproc_collector_duration_seconds',
  help: 'How long the collector took; pass is the reading of kernel files and the account.',
  labels: ['collector'],
  unit: 'seconds',
});

/** What the agent bounds the number of. */
export const nameKinds = ['group', 'thread'] as const;
export type NameKind = (typeof nameKinds)[number];

export const names = gauge({
  name: 'hostproc_names',
  help: 'Names that have series of their own, by kind.',
  labels: ['kind'],
  unit: 'none',
});

export const namesFolded = counter({
  name: 'hostproc_names_folded_total',
  help: 'How often a name was folded into (other) because of the budget of names.',
  labels: ['kind'],
  unit: 'none',
});

export const configLastReloadSuccessful = gauge({
  name: 'hostproc_config_last_reload_successful',
  help: 'Whether the file of rules could be taken when it was last read: 1, or 0 when older rules are still in use.',
  labels: [],
  unit: 'none',
});

export const configLastReloadSuccessTimestamp = gauge({
  name: 'hostproc_config_last_reload_success_timestamp_seconds',
  help: 'When the rules in use were read from their file, since 1970.',
  labels: [],
  unit: 'seconds',
});

export const buildInfo = gauge({
  name: 'hostproc_build_info',
  help: 'Version of the agent and of the Node.js that runs it; always 1.',
  labels: ['version', 'nodejs'],
  unit: 'none',
});
