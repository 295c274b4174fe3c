import type { MatrixSeries, VectorSeries } from '../../prometheus/http-api/responses';

// Answers of a Prometheus that knows one node of four CPUs, for specs.

/** Cores by class: now, and on average. */
export const classCores: Readonly<Record<string, readonly [now: number, average: number]>> = {
  kernel: [0.25, 0.2],
  service: [0.75, 0.5],
  unattributed: [0.02, 0.01],
  pod: [1.5, 1.25],
};

/** Cores by group: class, unit, name, now, average, least and most. */
export const groupCores = [
  ['kernel', 'kworker', 'kworker', 0.25, 0.2, 0.1, 0.4],
  ['service', 'kubelet.service', 'kubelet', 0.5, 0.25, 0.125, 1],
  ['service', 'crio.service', 'crio', 0.005, 0.15, 0.1, 0.25],
  ['service', 'crio.service', '(exited)', 0.245, 0.1, 0, 0.3],
  ['pod', 'kubepods', 'conmon', 1.5, 1.25, 1, 2],
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
  ...groupCores.flatMap(([name, unit, groupname, now, average, minimum, maximum]) => {
    const labels = { class: name, unit, groupname };
    return Object.entries({ now, average, minimum, maximum }).map(([part, value]) =>
      sample({ ...labels, part }, value),
    );
  }),
  sample({ part: 'busy' }, 2.5),
]);

/** From when to when there is data, in seconds since the epoch, and how many nodes report. */
export function extentAnswer(
  parts: Partial<Record<'first' | 'recent' | 'last' | 'nodes', number>>,
) {
  return vector(Object.entries(parts).map(([part, value]) => sample({ part }, value)));
}

/** Two classes at every step of what was asked for, without the moments in the gap. */
export function overTimeAnswer(
  params: URLSearchParams,
  gap: (secondsFromStart: number) => boolean = () => false,
) {
  const [start, end, step] = ['start', 'end', 'step'].map((name) => Number(params.get(name)));
  const moments: number[] = [];
  for (let at = start ?? 0; at <= (end ?? 0); at += step ?? 1) {
    if (!gap(at - (start ?? 0))) moments.push(at);
  }
  const result: MatrixSeries[] = ['pod', 'kernel'].map((name) => ({
    metric: { class: name },
    values: moments.map((at) => [at, name === 'pod' ? '1.5' : '0.25'] as const),
  }));
  return { status: 'success', data: { resultType: 'matrix', result } };
}
