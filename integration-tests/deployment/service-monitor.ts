import type { Labels, Manifest } from '../../charts/host-processes/tests/support/manifest';

/** A key of a Secret or ConfigMap. */
interface KeyOf {
  readonly name: string;
  readonly key: string;
}

interface Relabeling {
  readonly sourceLabels?: readonly string[];
  readonly targetLabel?: string;
  readonly regex?: string;
  readonly action: string;
}

/** A ServiceMonitor as the chart renders it; other fields than these are refused below. */
export type ServiceMonitor = Manifest & {
  readonly spec: {
    readonly jobLabel: string;
    readonly selector: { readonly matchLabels: Labels };
    readonly sampleLimit: number;
    readonly endpoints: readonly Endpoint[];
  };
};

interface Endpoint {
  readonly port: string;
  readonly scheme: string;
  readonly path: string;
  readonly interval: string;
  readonly scrapeTimeout: string;
  readonly authorization: { readonly type: string; readonly credentials: KeyOf };
  readonly tlsConfig: TlsConfig;
  readonly relabelings: readonly Relabeling[];
  readonly metricRelabelings?: readonly Relabeling[];
}

interface TlsConfig {
  readonly serverName: string;
  readonly ca?: { readonly configMap: KeyOf };
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
}

/** Where this machine has what the cluster has. */
export interface Objects {
  secretFile(name: string, key: string): string;
  configMapFile(name: string, key: string): string;
  /** A file in the pod of Prometheus. */
  prometheusFile(path: string): string;
}

/** A pod behind the monitor's Service, as service discovery finds it. */
export interface Target {
  readonly address: string;
  readonly pod: string;
  readonly node: string;
}

/**
 * What prometheus-operator makes of a ServiceMonitor with one endpoint (its pkg/prometheus/promcfg.go), with
 * targets that bear the labels of discovery in place of discovery itself.
 */
export function scrapeConfig(
  monitor: ServiceMonitor,
  service: Manifest,
  objects: Objects,
  targets: readonly Target[],
): Record<string, unknown> {
  const { metadata, spec } = monitor;
  const [endpoint] = spec.endpoints;
  if (!endpoint || spec.endpoints.length > 1) throw new Error('Expected one endpoint.');
  const { authorization, metricRelabelings = [], relabelings } = endpoint;
  const { name, key } = authorization.credentials;
  return {
    job_name: `serviceMonitor/${metadata.namespace ?? ''}/${metadata.name}/0`,
    honor_labels: false,
    honor_timestamps: true,
    scrape_interval: endpoint.interval,
    scrape_timeout: endpoint.scrapeTimeout,
    metrics_path: endpoint.path,
    scheme: endpoint.scheme,
    sample_limit: spec.sampleLimit,
    tls_config: tlsConfig(endpoint.tlsConfig, objects),
    authorization: { type: authorization.type, credentials_file: objects.secretFile(name, key) },
    static_configs: targets.map((target) => ({
      targets: [target.address],
      labels: discovered(target, service, endpoint.port),
    })),
    relabel_configs: [
      ...Object.entries(spec.selector.matchLabels).map(([label, regex]) => ({
        action: 'keep',
        source_labels: [labelOf(label)],
        regex,
      })),
      {
        action: 'keep',
        source_labels: ['__meta_kubernetes_endpoint_port_name'],
        regex: endpoint.port,
      },
      copied('__meta_kubernetes_namespace', 'namespace'),
      copied('__meta_kubernetes_service_name', 'service'),
      copied('__meta_kubernetes_pod_name', 'pod'),
      copied('__meta_kubernetes_pod_container_name', 'container'),
      copied('__meta_kubernetes_service_name', 'job'),
      { ...copied(labelOf(spec.jobLabel), 'job'), regex: '(.+)' },
      { target_label: 'endpoint', replacement: endpoint.port },
      ...relabelings.map(relabelConfig),
    ],
    metric_relabel_configs: metricRelabelings.map(relabelConfig),
  };
}

function tlsConfig({ serverName, ca, ...files }: TlsConfig, objects: Objects) {
  const file = (path: string | undefined) => path && objects.prometheusFile(path);
  return {
    server_name: serverName,
    ca_file: ca ? objects.configMapFile(ca.configMap.name, ca.configMap.key) : file(files.caFile),
    ...(files.certFile && { cert_file: file(files.certFile), key_file: file(files.keyFile) }),
  };
}

function discovered({ pod, node }: Target, { metadata }: Manifest, port: string): Labels {
  const labels = Object.entries(metadata.labels ?? {});
  return {
    ...Object.fromEntries(labels.map(([label, value]) => [labelOf(label), value])),
    __meta_kubernetes_namespace: metadata.namespace ?? '',
    __meta_kubernetes_service_name: metadata.name,
    __meta_kubernetes_endpoint_port_name: port,
    __meta_kubernetes_pod_name: pod,
    __meta_kubernetes_pod_container_name: 'agent',
    __meta_kubernetes_pod_node_name: node,
  };
}

function labelOf(label: string): string {
  return `__meta_kubernetes_service_label_${label.replace(/\W/g, '_')}`;
}

function copied(from: string, to: string) {
  return { source_labels: [from], target_label: to };
}

function relabelConfig({ sourceLabels, targetLabel, regex, action, ...others }: Relabeling) {
  if (Object.keys(others).length > 0) throw new Error(`Unknown: ${Object.keys(others).join(', ')}`);
  return {
    action,
    ...(sourceLabels && { source_labels: sourceLabels }),
    ...(targetLabel !== undefined && { target_label: targetLabel }),
    ...(regex !== undefined && { regex }),
  };
}
