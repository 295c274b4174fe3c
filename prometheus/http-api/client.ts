import type { TimeAxis } from '../promql/resolution';
import { AskError, askErrorFrom } from './ask-error';
import { instantQuery, rangeQuery, type ApiRequest } from './request';
import type { ApiResponse, MatrixData, MatrixSeries, VectorData, VectorSeries } from './responses';

/** Sends one request and gives the parsed JSON; throws what it likes. Aborting is the transport's own. */
export type Transport = (request: ApiRequest) => Promise<unknown>;

/** An answer, and what Prometheus warned of: with warnings, some data may be missing. */
export interface Answer<Series> {
  readonly series: readonly Series[];
  readonly warnings: readonly string[];
}

/** Asks Prometheus. Every failure is an AskError. */
export interface Client {
  /** Values at one moment, in milliseconds since the epoch. */
  readonly at: (promql: string, momentMs: number) => Promise<Answer<VectorSeries>>;
  /** Values at every moment of an axis. */
  readonly over: (promql: string, axis: TimeAxis) => Promise<Answer<MatrixSeries>>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isResponse(body: unknown): body is ApiResponse {
  return isObject(body) && (body.status === 'success' || body.status === 'error');
}

async function dataOf<Data extends VectorData | MatrixData>(
  transport: Transport,
  request: ApiRequest,
  type: Data['resultType'],
): Promise<{ data: Data; warnings: readonly string[] }> {
  let body: unknown;
  try {
    body = await transport(request);
  } catch (cause) {
    throw askErrorFrom(cause);
  }
  if (!isResponse(body)) throw new AskError('unavailable', 'The answer is not from Prometheus.');
  if (body.status === 'error') throw askErrorFrom({ json: body });
  const { data } = body;
  if (!isObject(data) || data.resultType !== type || !Array.isArray(data.result)) {
    throw new AskError('unavailable', `Prometheus did not answer with a ${type}.`);
  }
  return { data: data as unknown as Data, warnings: body.warnings ?? [] };
}

/** A client over the transport: the console's fetch in the plugin, Node's in the command. */
export function createClient(transport: Transport): Client {
  return {
    at: async (promql, momentMs) => {
      const request = instantQuery(promql, momentMs);
      const { data, warnings } = await dataOf<VectorData>(transport, request, 'vector');
      return { series: data.result, warnings };
    },
    over: async (promql, axis) => {
      const request = rangeQuery(promql, axis);
      const { data, warnings } = await dataOf<MatrixData>(transport, request, 'matrix');
      return { series: data.result, warnings };
    },
  };
}
