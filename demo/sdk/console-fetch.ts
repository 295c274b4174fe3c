import type * as SDK from '@openshift-console/dynamic-plugin-sdk';
import { HttpError, TimeoutError } from './http-error';

const defaultTimeoutMs = 60_000;

/** 429 is answered by asking again, this many times in all. */
const mostAttempts = 3;

interface ErrorBody {
  readonly message?: string;
  readonly error?: string;
}

async function bodyOf(response: Response): Promise<ErrorBody | undefined> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return undefined;
  try {
    return (await response.clone().json()) as ErrorBody;
  } catch {
    return undefined;
  }
}

/** Throws for an answer that is not OK: with Prometheus' or Kubernetes' words where it is JSON. */
async function checked(response: Response): Promise<Response> {
  if (response.ok || response.status === 304) return response;
  const json = await bodyOf(response);
  const message = json?.message ?? json?.error ?? response.statusText;
  throw new HttpError(message, response.status, response, json);
}

/** Fetches; the console leaves a request that took too long running and only stops to wait for it. */
function fetchInTime(url: string, options: RequestInit, timeoutMs: number): Promise<Response> {
  if (timeoutMs <= 0) return fetch(url, options);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(url, timeoutMs)), timeoutMs);
  });
  return Promise.race([fetch(url, options), late]).finally(() => clearTimeout(timer));
}

/**
 * The console's fetch: GET by default, 60 seconds, three attempts on 429, an HttpError for every
 * answer that is not OK. An abort passes as the browser's own AbortError.
 */
export const consoleFetch: typeof SDK.consoleFetch = async (
  url,
  options = {},
  timeout = defaultTimeoutMs,
) => {
  for (let attempt = 1; ; attempt++) {
    const response = await fetchInTime(url, options, timeout);
    if (response.status !== 429 || attempt === mostAttempts) return checked(response);
  }
};

async function fetchJson(
  url: string,
  method = 'GET',
  options: RequestInit = {},
  timeout?: number,
): Promise<unknown> {
  const headers = new Headers(options.headers);
  if (!headers.has('Accept')) headers.set('Accept', 'application/json');
  const response = await consoleFetch(url, { ...options, method, headers }, timeout);
  const text = await response.text();
  return text === '' ? {} : (JSON.parse(text) as unknown);
}

function sending(method: string, contentType = 'application/json') {
  return (url: string, json?: unknown, options: RequestInit = {}, timeout?: number) => {
    const headers = new Headers(options.headers);
    headers.set('Content-Type', contentType);
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    return fetchJson(url, method, { ...options, ...body, headers }, timeout);
  };
}

/** The console's fetch for JSON. */
export const consoleFetchJSON: typeof SDK.consoleFetchJSON = Object.assign(fetchJson, {
  delete: sending('DELETE'),
  post: sending('POST'),
  put: sending('PUT'),
  patch: sending('PATCH', 'application/json-patch+json'),
});
