import { ClusterError } from './cluster-error';

const querierRoute = 'thanos-querier-openshift-monitoring';

/**
 * The base address behind `--host`. A cluster's domain, or its API address (`api.…`, port 6443), stands
 * for the route of its Thanos Querier; everything else is taken as it is, with https unless it says so.
 */
export function baseOf(host: string): URL {
  const text = /^https?:\/\//i.test(host) ? host : `https://${host}`;
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new ClusterError(
      `Option --host expects a host or an address such as thanos.example or https://thanos.example, found ${JSON.stringify(host)}.`,
      { cause },
    );
  }
  // The URL forgets a port that is usual.
  const bare = text !== host && !/:\d+\/?$/.test(host);
  const domain = domainOf(url, bare);
  if (domain !== undefined) return new URL(`https://${querierRoute}.apps.${domain}/`);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  url.search = '';
  url.hash = '';
  return url;
}

function domainOf({ hostname, port, protocol }: URL, bare: boolean): string | undefined {
  if (protocol !== 'https:') return undefined;
  if (hostname.startsWith('api.') || port === '6443') return hostname.replace(/^api\./, '');
  const isServer =
    !bare ||
    !/\.[a-z]/.test(hostname) ||
    /^(?:prometheus|thanos)|\.apps\.|\.svc(?:\.|$)/.test(hostname);
  return isServer ? undefined : hostname;
}

/** Refuses to send a token where others on the way can read it. */
export function refuseOpenToken(base: URL, token: string | undefined): void {
  const isLoopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(base.hostname);
  if (token !== undefined && base.protocol === 'http:' && !isLoopback) {
    throw new ClusterError(
      `A token is not sent to ${base.host} without TLS; use https, or leave the token out.`,
    );
  }
}
