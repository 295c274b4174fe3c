interface ServerFlags {
  readonly basePath?: string;
  readonly prometheusBaseURL?: string;
  readonly prometheusTenancyBaseURL?: string;
}

/** What the console's server tells the page; read at each use, because tests and hosts set it late. */
function serverFlags(): ServerFlags {
  return (globalThis as { SERVER_FLAGS?: ServerFlags }).SERVER_FLAGS ?? {};
}

/** Where Prometheus answers; undefined when this console has no connection to monitoring. */
export function prometheusBase(): string | undefined {
  const { prometheusBaseURL = '/api/prometheus' } = serverFlags();
  return prometheusBaseURL === '' ? undefined : prometheusBaseURL;
}

/** Where Prometheus answers for one namespace; undefined when this console has no such address. */
export function prometheusTenancyBase(): string | undefined {
  const { prometheusTenancyBaseURL = '/api/prometheus-tenancy' } = serverFlags();
  return prometheusTenancyBaseURL === '' ? undefined : prometheusTenancyBaseURL;
}

/** The address of one of our own files, as the console proxies it. */
export function pluginFile(path: string): string {
  const { basePath = '/' } = serverFlags();
  return `${basePath.replace(/\/$/, '')}/api/plugins/host-processes/${path}`;
}
