export type Labels = Readonly<Record<string, string>>;

/** One series with its raw samples: [seconds, value]. */
export interface RawSeries {
  readonly metric: Labels;
  readonly values: readonly (readonly [number, number])[];
}

interface Answer {
  readonly error?: string;
  readonly data?: {
    readonly result: readonly {
      metric: Labels;
      values?: [number, string][];
      value?: [number, string];
    }[];
  };
}

/** Asks Prometheus at a moment (seconds); a range selector gives raw samples, all else one value each. */
export async function askAt(url: string, query: string, seconds?: number): Promise<RawSeries[]> {
  const time = seconds === undefined ? {} : { time: seconds.toFixed(3) };
  const search = new URLSearchParams({ query, ...time }).toString();
  const { data, error } = (await (await fetch(`${url}/api/v1/query?${search}`)).json()) as Answer;
  if (!data) throw new Error(`Prometheus refused ${query}: ${error ?? 'no data'}`);
  return data.result.map(({ metric, values, value }) => ({
    metric,
    values: (values ?? (value ? [value] : [])).map(([at, text]) => [at, Number(text)] as const),
  }));
}
