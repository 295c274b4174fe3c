import { goModuleFiles } from './go-module-files';

/** The kinds of prometheus-operator, in the release of OpenShift 4.22. */
export const prometheusOperatorApi = goModuleFiles({
  name: 'prometheus-operator-api',
  module: 'github.com/prometheus-operator/prometheus-operator',
  version: 'v0.85.0',
  files: {
    serviceMonitors: 'example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml',
    prometheusRules: 'example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml',
  },
});
