/** A moment in seconds since the epoch, and the value as Prometheus writes it: `"0.5"`, `"NaN"`. */
export type RawSample = readonly [seconds: number, value: string];

export type Labels = Readonly<Record<string, string>>;

/** A series at one moment. */
export interface VectorSeries {
  readonly metric: Labels;
  readonly value: RawSample;
}

/** A series at many moments; moments without a value are simply not there. */
export interface MatrixSeries {
  readonly metric: Labels;
  readonly values: readonly RawSample[];
}

/** What `query` answers to our questions. */
export interface VectorData {
  readonly resultType: 'vector';
  readonly result: readonly VectorSeries[];
}

/** What `query_range` answers. */
export interface MatrixData {
  readonly resultType: 'matrix';
  readonly result: readonly MatrixSeries[];
}

/** The envelope of every answer. Thanos answers 200 with warnings when a store did not reply. */
export interface ApiResponse {
  readonly status: 'success' | 'error';
  readonly data?: unknown;
  readonly error?: string;
  readonly errorType?: string;
  readonly warnings?: readonly string[];
}
