import { goModuleFiles } from './go-module-files';

/** The kinds of OpenShift 4.22 that the chart has to do with. */
export const openshiftApi = goModuleFiles({
  name: 'openshift-api',
  module: 'github.com/openshift/api',
  version: 'v0.0.0-20260511191110-9b69e5fa27e9',
  files: {
    consolePlugins: 'console/v1/zz_generated.crd-manifests/90_consoleplugins.crd.yaml',
    consoles: 'operator/v1/zz_generated.crd-manifests/0000_50_console_01_consoles.crd.yaml',
    securityContextConstraints:
      'payload-manifests/crds/0000_03_config-operator_01_securitycontextconstraints.crd.yaml',
    /** Of what OpenShift's own API server has, such as builds; there are no CRDs of it. */
    openApi: 'openapi/openapi.json',
  },
});
