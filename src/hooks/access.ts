/**
 * By which of the console's two ways to Prometheus the page asks: all metrics of the cluster, or only
 * what carries the agent's namespace, for those who may view that and no more.
 */
export type Access =
  { readonly kind: 'cluster' } | { readonly kind: 'namespace'; readonly namespace: string };

export const clusterAccess: Access = { kind: 'cluster' };
