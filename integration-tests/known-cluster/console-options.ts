/** Options with which a console's server, outside of any cluster, stands before the known one. */
export function consoleOptions(clusterUrl: string): string[] {
  return [
    '--user-auth=disabled',
    '--k8s-auth-bearer-token=known',
    '--k8s-mode=off-cluster',
    `--k8s-mode-off-cluster-endpoint=${clusterUrl}`,
    `--k8s-mode-off-cluster-thanos=${clusterUrl}/prometheus`,
    '--user-settings-location=localstorage',
    `--plugins=host-processes=${clusterUrl}/plugin/`,
    '--i18n-namespaces=plugin__host-processes',
    '--release-version=4.22.0',
    '--public-dir=frontend/public/dist',
    '--listen=http://127.0.0.1:9000',
  ];
}
