import type { TimeAxis } from '../promql/resolution';

/** One GET to Prometheus: the path under its base address, and parameters. */
export interface ApiRequest {
  readonly path: 'api/v1/query' | 'api/v1/query_range';
  readonly params: Readonly<Record<string, string>>;
}

/** Prometheus reads seconds; three decimals keep our milliseconds exact. */
function seconds(milliseconds: number): string {
  return String(Math.round(milliseconds) / 1000);
}

/** The value of an expression at one moment. */
export function instantQuery(promql: string, momentMs: number): ApiRequest {
  return { path: 'api/v1/query', params: { query: promql, time: seconds(momentMs) } };
}

/** The values of an expression at every moment of the axis. */
export function rangeQuery(promql: string, axis: TimeAxis): ApiRequest {
  return {
    path: 'api/v1/query_range',
    params: {
      query: promql,
      start: seconds(axis.startMs),
      end: seconds(axis.endMs),
      step: seconds(axis.stepMs),
    },
  };
}

/** The address to GET, for a base such as `/api/prometheus` (with or without a slash at its end). */
export function addressOf(base: string, request: ApiRequest): string {
  const params = Object.entries(request.params).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${base.replace(/\/$/, '')}/${request.path}?${params.join('&')}`;
}
