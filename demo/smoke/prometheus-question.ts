/** One series of an answer: raw samples (query with a range selector) as [seconds, value]. */
export interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number, string])[];
}

/** Asks Prometheus itself, past the page: what the page shows is compared with this. */
export async function ask(prometheusUrl: string, query: string): Promise<readonly Series[]> {
  const url = `${prometheusUrl}/api/v1/query?${new URLSearchParams({ query }).toString()}`;
  const response = await fetch(url);
  const body = (await response.json()) as { error?: string; data?: { result: Series[] } };
  if (!body.data)
    throw new Error(`Prometheus refused ${query}: ${body.error ?? response.statusText}`);
  return body.data.result;
}

/** When Prometheus scraped the agent so far, in epoch milliseconds, oldest first. */
export async function scrapeMoments(prometheusUrl: string): Promise<number[]> {
  const [series] = await ask(prometheusUrl, 'hostproc_node_cpus[1h]');
  return (series?.values ?? []).map(([seconds]) => Math.round(seconds * 1000));
}
