import { useEffect, useState } from 'react';
import { consoleFetchJSON, HttpError } from '../sdk';

/** As long as the console's own fallback for a watch that is not to be had. */
const pollMs = 30_000;

/** An object of the API server: on its way, there, not there, or not to be had and why. */
export type ApiObject<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly object: T }
  | { readonly kind: 'gone' }
  | { readonly kind: 'broken'; readonly message: string };

/** Reads an object of the API server now and every 30 seconds; each reading is a new reference. */
export function useApiObject<T>(path: string): ApiObject<T> {
  const [answer, setAnswer] = useState<{ path: string; state: ApiObject<T> }>();
  useEffect(() => {
    let left = false;
    const read = async () => {
      const state = await readObject<T>(path);
      if (!left) setAnswer({ path, state });
    };
    void read();
    const timer = setInterval(() => void read(), pollMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [path]);
  // What belongs to another path is not shown under this one.
  return answer?.path === path ? answer.state : { kind: 'loading' };
}

async function readObject<T>(path: string): Promise<ApiObject<T>> {
  try {
    const object = (await consoleFetchJSON(`/api/kubernetes/api/v1/${path}`)) as T;
    return { kind: 'ready', object };
  } catch (error) {
    if (error instanceof HttpError && error.code === 404) return { kind: 'gone' };
    return { kind: 'broken', message: error instanceof Error ? error.message : String(error) };
  }
}
