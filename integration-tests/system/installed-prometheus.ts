import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { provideHelm, render, required } from '../../charts/host-processes/tests/support/chart';
import { deepMerge } from '../../charts/host-processes/tests/support/deep-merge';
import { ofKind } from '../../charts/host-processes/tests/support/manifest';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { startPrometheus } from '../../demo/launcher/prometheus';
import { provide } from '../../scripts/parts/part';
import { prometheus } from '../../scripts/parts/prometheus';

interface Relabeling {
  readonly sourceLabels?: readonly string[];
  readonly targetLabel?: string;
  readonly regex?: string;
  readonly action: string;
}

interface ServiceMonitor {
  readonly spec: {
    readonly sampleLimit: number;
    readonly endpoints: readonly {
      readonly interval: string;
      readonly scrapeTimeout: string;
      readonly path: string;
      readonly relabelings: readonly Relabeling[];
    }[];
  };
}

/** What a ServiceMonitor's relabelings are called in the file of Prometheus. */
function relabelConfig({ sourceLabels, targetLabel, regex, action }: Relabeling): object {
  return {
    action,
    ...(sourceLabels && { source_labels: sourceLabels }),
    ...(targetLabel !== undefined && { target_label: targetLabel }),
    ...(regex !== undefined && { regex }),
  };
}

export interface Installed {
  /** HOST:PORT of an agent. */
  readonly target: string;
  readonly node: string;
  readonly values: object;
  readonly evaluationSeconds: number;
}

/**
 * A Prometheus as the operator would set it up for an installed chart: it scrapes as the rendered
 * ServiceMonitor says, over HTTP, and evaluates the rendered rules. Answers its URL.
 */
export async function startInstalledPrometheus(
  lifetime: Lifetime,
  { target, node, values, evaluationSeconds }: Installed,
): Promise<string> {
  await provideHelm();
  const namespace = 'host-processes';
  const manifests = await render({ values: deepMerge(required, values), namespace });
  const [monitor] = ofKind<ServiceMonitor>(manifests, 'ServiceMonitor');
  const [rule] = ofKind<{ spec: object }>(manifests, 'PrometheusRule');
  const endpoint = monitor?.spec.endpoints[0];
  if (!monitor || !rule || !endpoint) throw new Error('The chart rendered nothing to scrape by.');

  // What discovery finds of the pod, and what the operator makes of it before the relabelings.
  const discovered = {
    __meta_kubernetes_pod_node_name: node,
    job: 'host-processes',
    namespace,
    pod: 'hp-host-processes-agent-x7k2p',
    container: 'agent',
    service: 'hp-host-processes-agent',
    endpoint: 'https',
  };
  const folder = await mkdtemp(path.join(os.tmpdir(), 'host-processes-prometheus-'));
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'rules.yml'), stringify(rule.spec));
  const configuration = {
    global: { evaluation_interval: `${evaluationSeconds}s` },
    rule_files: ['rules.yml'],
    scrape_configs: [
      {
        job_name: 'serviceMonitor/host-processes/hp-host-processes-agent/0',
        scrape_interval: endpoint.interval,
        scrape_timeout: endpoint.scrapeTimeout,
        metrics_path: endpoint.path,
        sample_limit: monitor.spec.sampleLimit,
        static_configs: [{ targets: [target], labels: discovered }],
        relabel_configs: endpoint.relabelings.map(relabelConfig),
      },
    ],
  };
  await writeFile(path.join(folder, 'prometheus.yml'), stringify(configuration));
  const programs = await provide(prometheus, () => undefined);
  return (await startPrometheus(lifetime, programs.prometheus, folder)).url;
}
