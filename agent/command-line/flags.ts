import { webFlags } from '../serving/web-options';

/** One flag of the agent. Its row is all there is to it: parser, `--help` and documentation read it. */
export interface Flag {
  readonly name: string;
  /** What `--help` shows as its value. */
  readonly placeholder: string;
  /** As a person would write it; empty: none. */
  readonly default: string;
  readonly help: string;
  /** Go's boolean: alone it means true, a value needs `=`, and it never takes the next argument. */
  readonly boolean?: true;
}

/** Every flag, in the order in which `--help` shows them. */
export const flags = {
  listenAddress: {
    name: 'web.listen-address',
    placeholder: 'ADDRESS',
    default: ':9256',
    help: 'Where to listen: [HOST]:PORT. Port 0 takes any free port.',
  },
  telemetryPath: {
    name: 'web.telemetry-path',
    placeholder: 'PATH',
    default: '/metrics',
    help: 'Under which path metrics are exposed.',
  },
  ...webFlags,
  procfs: {
    name: 'procfs',
    placeholder: 'PATH',
    default: '/proc',
    help: "Where the host's proc file system is mounted.",
  },
  cgroupRoot: {
    name: 'cgroup-root',
    placeholder: 'PATH',
    default: '',
    help: "Where the host's cgroup v2 hierarchy is mounted; found by itself when left out.",
  },
  configPath: {
    name: 'config.path',
    placeholder: 'FILE',
    default: '',
    help: "A file of rules that name the groups of processes, in process-exporter's YAML; read again when it changes and at SIGHUP. The built-in rules when left out.",
  },
  procNames: {
    name: 'procnames',
    placeholder: 'NAME,…',
    default: '',
    help: 'Processes to name, by their comm, in place of a file of rules.',
  },
  nameMapping: {
    name: 'namemapping',
    placeholder: 'NAME,REGEXP,…',
    default: '',
    help: 'Comms, each followed by a regular expression on the arguments; what its first group captures becomes part of the name.',
  },
  children: {
    name: 'children',
    placeholder: 'true|false',
    default: 'true',
    help: 'Whether processes that no rule names belong to the group of their nearest ancestor that has one.',
    boolean: true,
  },
  threads: {
    name: 'threads',
    placeholder: 'true|false',
    default: 'true',
    help: 'Whether metrics by thread name are exposed.',
    boolean: true,
  },
  contextSwitches: {
    name: 'collector.context-switches',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether context switches are exposed: reads the status file of each thread that ran.',
    boolean: true,
  },
  descriptorCounts: {
    name: 'collector.descriptors',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether open file descriptors are exposed. Those of others take root and CAP_SYS_PTRACE, on kernels before 6.2.',
    boolean: true,
  },
  io: {
    name: 'collector.io',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether bytes read and written are exposed, also by thread unless --threads=false. Those of others take root and CAP_SYS_PTRACE.',
    boolean: true,
  },
  threadStat: {
    name: 'collector.thread-stat',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether page faults by thread name are exposed, and states of threads in place of processes.',
    boolean: true,
  },
  wchan: {
    name: 'collector.wchan',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether threads by the kernel function that they wait in are exposed. Those of others take root and CAP_SYS_PTRACE.',
    boolean: true,
  },
  gatherSmaps: {
    name: 'gather-smaps',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether memory with shared pages divided is exposed. The kernel walks all pages of a process for it, once a minute. Of others it takes root and CAP_SYS_PTRACE.',
    boolean: true,
  },
  recheck: {
    name: 'recheck',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether rules are evaluated anew at each scrape for processes that have no group yet. An exec is noticed without it.',
    boolean: true,
  },
  recheckTimeLimit: {
    name: 'recheck-with-time-limit',
    placeholder: 'DURATION',
    default: '0',
    help: 'As --recheck, for so long after the start of a process and no longer. 0: no limit is set.',
  },
  removeEmptyGroups: {
    name: 'remove-empty-groups',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether a group whose last process ended is exposed for one more scrape interval only, in place of --names.forget-after.',
    boolean: true,
  },
  scrapeInterval: {
    name: 'scrape-interval',
    placeholder: 'DURATION',
    default: '15s',
    help: 'The longest interval of any scraper: for that long a new series shows 0, so that no scraper misses its start.',
  },
  descriptors: {
    name: 'descriptors',
    placeholder: 'N',
    default: '4096',
    help: 'Kernel files that are kept open between scrapes, those of busy processes first: fewer cost more CPU, each costs about 5 KiB of kernel memory.',
  },
  maxGroups: {
    name: 'names.max-groups',
    placeholder: 'N',
    default: '300',
    help: 'Groups that have series of their own; the rest is (other). 0: no limit.',
  },
  maxThreadsPerGroup: {
    name: 'names.max-threads-per-group',
    placeholder: 'N',
    default: '200',
    help: 'Thread names of one group that have series of their own. 0: no limit.',
  },
  maxThreads: {
    name: 'names.max-threads',
    placeholder: 'N',
    default: '1000',
    help: 'Thread names of the node that have series of their own. 0: no limit.',
  },
  forgetAfter: {
    name: 'names.forget-after',
    placeholder: 'DURATION',
    default: '10m',
    help: 'How long the series of units, groups and threads that ended are still exposed; at least 2m.',
  },
  reservedCpus: {
    name: 'reserved-cpus',
    placeholder: 'N|LIST',
    default: '',
    help: 'CPUs reserved for the platform: a number such as 4, or a list such as 0-1,28-29. The kernel command line tells when left out.',
  },
  onceToStdoutDelay: {
    name: 'once-to-stdout-delay',
    placeholder: 'DURATION',
    default: '0',
    help: 'Listen nowhere: wait for so long, print the metrics once to stdout, and exit. 0: serve them.',
  },
  debug: {
    name: 'debug',
    placeholder: 'true|false',
    default: 'false',
    help: 'Whether to log the rules in use and how each process got its group.',
    boolean: true,
  },
} as const satisfies Record<string, Flag>;

export type FlagKey = keyof typeof flags;
