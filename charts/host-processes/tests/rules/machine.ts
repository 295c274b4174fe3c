// A machine as the agent of it would expose it, scrape by scrape: what promtool's scenarios are made of.

/** CPU time that somebody uses: cores, in the words of the account. */
export interface Use {
  readonly class: string;
  readonly unit: string;
  readonly groupname: string;
  readonly cores: number;
}

/** How a machine is for some minutes. */
export interface Phase {
  readonly minutes: number;
  readonly uses: readonly Use[];
  /** The last scrape of the phase fails. */
  readonly missed?: boolean;
  /** The agent answers no scrape. */
  readonly away?: boolean;
  /** The agent starts at the beginning of the phase: its counters begin at 0. */
  readonly restarted?: boolean;
  /** Whether a name is folded at each scrape. */
  readonly folding?: boolean;
  /** Samples of a scrape. */
  readonly samples?: number;
}

export interface Machine {
  readonly node: string;
  readonly cpus: number;
  readonly phases: readonly Phase[];
  /** By source. */
  readonly reserved?: Readonly<Record<string, number>>;
  readonly allocatable?: number;
  readonly mode?: string;
  /** Cores that `busy` shows beyond what the classes explain. */
  readonly unexplained?: number;
}

export type Labels = Readonly<Record<string, string>>;

/** A series as promtool's tests take it. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

export const namespace = 'host-processes';

/** The labels that the ServiceMonitor leaves. */
export function targetLabels(node: string, inNamespace = namespace): Labels {
  return { instance: node, job: 'host-processes', namespace: inNamespace, node };
}

interface Tick {
  readonly phase: Phase;
  readonly failed: boolean;
  readonly begins: boolean;
}

function ticks(phases: readonly Phase[], scrapeSeconds: number): Tick[] {
  return phases.flatMap((phase) => {
    const count = Math.round((phase.minutes * 60) / scrapeSeconds);
    return Array.from({ length: count }, (_, i) => ({
      phase,
      failed: (phase.away ?? false) || ((phase.missed ?? false) && i === count - 1),
      begins: (phase.restarted ?? false) && i === 0,
    }));
  });
}

/** Every series of a machine, scraped this often from the start of the test. */
export function exposed(machine: Machine, scrapeSeconds: number, inNamespace = namespace) {
  const moments = ticks(machine.phases, scrapeSeconds);
  const target = targetLabels(machine.node, inNamespace);
  const list: InputSeries[] = [];
  const add = (name: string, labels: Labels, valueAt: (tick: Tick) => string | number) => {
    list.push({
      series: seriesText(name, { ...labels, ...target }),
      values: moments.map(valueAt).join(' '),
    });
  };
  // What Prometheus does with the series of a target whose scrape fails.
  const gauge = (name: string, labels: Labels, value: (phase: Phase) => number) =>
    add(name, labels, ({ phase, failed }) => (failed ? 'stale' : value(phase)));
  const counter = (name: string, labels: Labels, cores: (phase: Phase) => number) => {
    let total = 0;
    add(name, labels, ({ phase, failed, begins }) => {
      total = begins ? 0 : total + cores(phase) * scrapeSeconds;
      return failed ? 'stale' : total;
    });
  };

  add('up', {}, ({ failed }) => (failed ? 0 : 1));
  add('scrape_samples_post_metric_relabeling', {}, ({ phase, failed }) =>
    failed ? 0 : (phase.samples ?? 1000),
  );
  gauge('hostproc_node_cpus', {}, () => machine.cpus);
  gauge('hostproc_accounting_mode', { mode: machine.mode ?? 'cgroup2' }, () => 1);
  for (const [source, cpus] of Object.entries(machine.reserved ?? {})) {
    gauge('hostproc_reserved_cpus', { source }, () => cpus);
  }
  const { allocatable, unexplained = 0 } = machine;
  if (allocatable !== undefined) gauge('hostproc_allocatable_cpus', {}, () => allocatable);
  counter('hostproc_names_folded_total', { kind: 'group' }, ({ folding }) =>
    folding ? 1 / scrapeSeconds : 0,
  );

  const busy = ({ uses }: Phase) => uses.reduce((sum, { cores }) => sum + cores, unexplained);
  const iowait = 0.25;
  const modes = {
    busy,
    iowait: () => iowait,
    steal: () => 0,
    idle: (phase: Phase) => machine.cpus - iowait - busy(phase),
  };
  for (const [mode, cores] of Object.entries(modes)) {
    counter('hostproc_node_cpu_seconds_total', { mode }, cores);
  }
  const known = machine.phases.flatMap(({ uses }) => uses);
  const used =
    (same: (use: Use) => boolean) =>
    ({ uses }: Phase) =>
      uses.filter(same).reduce((sum, { cores }) => sum + cores, 0);
  for (const { class: ofClass, unit } of distinct(known, ({ class: c, unit }) => `${c} ${unit}`)) {
    counter(
      'hostproc_cpu_seconds_total',
      { class: ofClass, unit },
      used((use) => use.class === ofClass && use.unit === unit),
    );
  }
  if (machine.mode === 'cgroups-only') return list;
  // The view of process-exporter: no kernel threads, no rest.
  const seen = known.filter(
    (use) => !['kernel', 'interrupt'].includes(use.class) && !use.groupname.startsWith('('),
  );
  for (const { groupname } of distinct(seen, ({ groupname: name }) => name)) {
    const cores = used((use) => use.groupname === groupname);
    for (const [mode, share] of [
      ['user', 0.75],
      ['system', 0.25],
    ] as const) {
      counter(
        'namedprocess_namegroup_cpu_seconds_total',
        { groupname, mode },
        (phase) => cores(phase) * share,
      );
      counter(
        'namedprocess_namegroup_thread_cpu_seconds_total',
        { groupname, threadname: 'main', mode },
        (phase) => cores(phase) * share,
      );
    }
  }
  for (const one of distinct(
    known,
    ({ class: c, unit, groupname }) => `${c} ${unit} ${groupname}`,
  )) {
    const { class: ofClass, unit, groupname } = one;
    counter(
      'hostproc_group_cpu_seconds_total',
      { class: ofClass, unit, groupname },
      used((use) => use.class === ofClass && use.unit === unit && use.groupname === groupname),
    );
  }
  return list;
}

function distinct<T>(list: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(list.map((one) => [key(one), one])).values()];
}

/** `name{label="value"}` as promtool reads it. */
export function seriesText(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return `${name}{${pairs.join(', ')}}`;
}
