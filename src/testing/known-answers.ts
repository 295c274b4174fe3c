import type { MatrixSeries, VectorSeries } from '../../prometheus/http-api/responses';

// Answers of a Prometheus that knows one node of four CPUs, for specs.

/** Cores by class: now, and on average. */
export const classCores: Readonly<Record<string, readonly [now: number, average: number]>> = {
  kernel: [0.25, 0.2],
  service: [0.75, 0.5],
  unattributed: [0.02, 0.01],
  pod: [1.5, 1.25],
};

/** Cores by group: class, unit, name, now, average, least, most and 95th percentile. */
export const groupCores = [
  ['kernel', 'kworker', 'kworker', 0.25, 0.2, 0.1, 0.4, 0.35],
  ['service', 'kubelet.service', 'kubelet', 0.5, 0.25, 0.125, 1, 0.75],
  ['service', 'crio.service', 'crio', 0.005, 0.15, 0.1, 0.25, 0.2],
  ['service', 'crio.service', '(exited)', 0.245, 0.1, 0, 0.3, 0.25],
  ['pod', 'kubepods', 'conmon', 1.5, 1.25, 1, 2, 1.75],
] as const;

function sample(metric: Record<string, string>, value: number): VectorSeries {
  return { metric, value: [0, String(value)] };
}

export function vector(result: readonly VectorSeries[], warnings?: readonly string[]) {
  return {
    status: 'success',
    data: { resultType: 'vector', result },
    ...(warnings && { warnings }),
  };
}

export const accountAnswer = vector([
  ...Object.entries(classCores).flatMap(([name, [now, average]]) => [
    sample({ part: 'now', class: name }, now),
    sample({ part: 'average', class: name }, average),
  ]),
  sample({ part: 'now', mode: 'idle' }, 1.485),
  sample({ part: 'average', mode: 'idle' }, 2.04),
  sample({ part: 'now', mode: 'iowait' }, 0),
  sample({ part: 'now', mode: 'steal' }, 0),
  sample({ part: 'cpus' }, 4),
]);

export const groupsAnswer = vector([
  ...groupCores.flatMap(([name, unit, groupname, now, average, minimum, maximum, p95]) => {
    const labels = { class: name, unit, groupname };
    return Object.entries({ now, average, minimum, maximum, p95 }).map(([part, value]) =>
      sample({ ...labels, part }, value),
    );
  }),
  sample({ part: 'busy' }, 2.5),
]);

/** Cores by pod: namespace, name, now, average, least, most and 95th percentile. */
export const podCores = [
  ['openshift-dns', 'dns-default-x', 0.5, 0.4, 0.25, 0.75, 0.625],
  ['shop', 'web-0', 0.75, 0.7, 0.5, 1, 0.875],
] as const;

export const podsAnswer = vector(
  podCores.flatMap(([namespace, pod, now, average, minimum, maximum, p95]) =>
    Object.entries({ now, average, minimum, maximum, p95 }).map(([part, value]) =>
      sample({ namespace, pod, part }, value),
    ),
  ),
);

/** Two CPUs reserved by the kernel command line. */
export const reservationAnswer = vector([
  sample({ part: 'reserved', source: 'systemd.cpu_affinity' }, 2),
  sample({ part: 'allocatable' }, 3.5),
  sample({ part: 'capacity' }, 4),
]);

/** Both kinds of pods, now and on average. */
export const podKindsAnswer = vector([
  sample({ part: 'now', kind: 'infrastructure' }, 0.5),
  sample({ part: 'average', kind: 'infrastructure' }, 0.4),
  sample({ part: 'now', kind: 'workload' }, 0.75),
  sample({ part: 'average', kind: 'workload' }, 0.7),
]);

/** The agent accounts in this mode. */
export function modeAnswer(mode: string) {
  return vector(
    ['cgroup2', 'process-only', 'cgroups-only'].map((name) =>
      sample({ part: 'accounting', mode: name }, name === mode ? 1 : 0),
    ),
  );
}

/** Behind a group: two live threads, one that ended, and its facts. */
export const detailsAnswer = vector([
  sample({ part: 'now', threadname: '(exited)' }, 0.25),
  sample({ part: 'now', threadname: 'worker' }, 0.2),
  sample({ part: 'average', threadname: 'worker' }, 0.1),
  sample({ part: 'now', threadname: 'main' }, 0.05),
  sample({ part: 'processes' }, 3),
  sample({ part: 'threads' }, 41),
  sample({ part: 'residentBytes' }, 160_000_000),
  sample({ part: 'startSeconds' }, 1_700_000_000),
]);

/** From when to when there is data, in seconds since the epoch, and how many nodes report. */
export function extentAnswer(
  parts: Partial<Record<'first' | 'recent' | 'last' | 'nodes', number>>,
) {
  return vector(Object.entries(parts).map(([part, value]) => sample({ part }, value)));
}

type Cores = readonly (readonly [metric: Readonly<Record<string, string>>, cores: number])[];

/** Constant series at every step of what was asked for, without the moments in the gap. */
export function matrixAnswer(
  params: URLSearchParams,
  series: Cores,
  gap: (secondsFromStart: number) => boolean = () => false,
) {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(params.get(name)));
  const moments: number[] = [];
  for (let at = start ?? 0; at <= (end ?? 0); at += step ?? 1) {
    if (!gap(at - (start ?? 0))) moments.push(at);
  }
  const result: MatrixSeries[] = series.map(([metric, cores]) => ({
    metric,
    values: moments.map((at) => [at, String(cores)] as const),
  }));
  return { status: 'success', data: { resultType: 'matrix', result } };
}

/** Three classes at every step. */
export function overTimeAnswer(params: URLSearchParams, gap?: (seconds: number) => boolean) {
  const part = 'classes';
  const classes: Cores = [
    [{ part, class: 'pod' }, 1.5],
    [{ part, class: 'kernel' }, 0.25],
    [{ part, class: 'service' }, 0.75],
  ];
  return matrixAnswer(params, classes, gap);
}

export const podsOverTimeCores: Cores = [
  [{ part: 'podKinds', kind: 'infrastructure' }, 0.5],
  [{ part: 'podKinds', kind: 'workload' }, 0.75],
];

/** Cores of what is judged, at every minute: 1.5 in all. */
export const judgedCores: Cores = [
  [{ part: 'host' }, 1],
  [{ part: 'infrastructure' }, 0.5],
];

/** The largest groups; what they leave of the host's one core is 0.25. */
export const largestCores: Cores = [
  [{ part: 'largest', class: 'service', unit: 'kubelet.service', groupname: 'kubelet' }, 0.5],
  [{ part: 'largest', class: 'kernel', unit: 'kworker', groupname: 'kworker' }, 0.25],
];

export const trendCores: Cores = groupCores.map(([name, unit, groupname, now]) => [
  { class: name, unit, groupname },
  now,
]);
