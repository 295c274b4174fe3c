/**
 * Options with which a console's server, outside of any cluster, stands before the known one. The
 * console chooses its layout by the release, and its theme by release and branding.
 */
export function consoleOptions(clusterUrl: string, release: string): string[] {
  return [
    '--user-auth=disabled',
    '--k8s-auth-bearer-token=known',
    '--k8s-mode=off-cluster',
    `--k8s-mode-off-cluster-endpoint=${clusterUrl}`,
    `--k8s-mode-off-cluster-thanos=${clusterUrl}/prometheus`,
    '--user-settings-location=localstorage',
    `--plugins=host-processes=${clusterUrl}/plugin/`,
    '--i18n-namespaces=plugin__host-processes',
    `--release-version=${release}`,
    '--branding=openshift',
    '--public-dir=frontend/public/dist',
    '--listen=http://127.0.0.1:9000',
  ];
}
