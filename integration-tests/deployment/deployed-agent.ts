import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cgroup } from '../../bench/cgroups/cgroup';
import { cgroup2Mount } from '../../bench/cgroups/cgroup2-mount';
import { render, required } from '../../charts/host-processes/tests/support/chart';
import { deepMerge } from '../../charts/host-processes/tests/support/deep-merge';
import {
  type Manifest,
  ofKind,
  type PodSpec,
  workloads,
} from '../../charts/host-processes/tests/support/manifest';
import type { Child } from '../../demo/launcher/child';
import { freePort } from '../../demo/launcher/free-port';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { ask, type Asked } from '../../https-server/testdata/ask';
import {
  type CertificateAuthority,
  MountedSecret,
} from '../../https-server/testdata/certificate-authority';
import { namespaceUser } from '../image/container-command';
import { type Circumstances, startContainer } from './container';
import { type ServiceMonitor, scrapeConfig, type Target } from './service-monitor';

/** What the node allocates to pods, in millicores; any number that is seen again will do. */
export const allocatableMillicpus = 1500;

/** The agent of a rendered chart, with the secrets that the cluster would mount into its pod. */
export class DeployedAgent {
  readonly address: string;
  readonly serverName: string;
  readonly tls: MountedSecret;
  readonly bearer: MountedSecret;
  /** With the CA of client certificates. */
  readonly clientCa: MountedSecret;

  private constructor(
    /** All that was rendered. */
    readonly manifests: readonly Manifest[],
    private readonly monitor: ServiceMonitor,
    private readonly service: Manifest,
    private readonly pod: PodSpec,
    private readonly authority: CertificateAuthority,
    port: number,
  ) {
    this.address = `127.0.0.1:${port}`;
    this.serverName = `${service.metadata.name}.${service.metadata.namespace ?? ''}.svc`;
    const mounted = (files: Record<string, string>) =>
      new MountedSecret(authority.folder, files, { mode: 0o440, gid: namespaceUser });
    this.tls = mounted(this.issueCertificate());
    this.bearer = mounted({ token: newToken() });
    this.clientCa = mounted({ 'client-ca.crt': authority.ca });
  }

  /** Renders the chart with values over those that it needs; scraped every second. */
  static async render(
    authority: CertificateAuthority,
    values: object = {},
  ): Promise<DeployedAgent> {
    const port = await freePort();
    const manifests = await render({
      values: deepMerge(
        required,
        { agent: { port }, monitoring: { scrapeInterval: '1s', scrapeTimeout: '1s' } },
        values,
      ),
    });
    const [daemonSet] = workloads(manifests);
    const [monitor] = ofKind<ServiceMonitor>(manifests, 'ServiceMonitor');
    const service = ofKind(manifests, 'Service').find(
      ({ metadata }) => metadata.name === daemonSet?.metadata.name,
    );
    if (!daemonSet || !monitor || !service) throw new Error('Expected an agent that is scraped.');
    return new DeployedAgent(
      manifests,
      monitor,
      service,
      daemonSet.spec.template.spec,
      authority,
      port,
    );
  }

  /** A certificate as OpenShift's service CA makes it for the Service. @param days below 0: it has expired */
  issueCertificate(days?: number): Record<string, string> {
    const { cert, key } = this.authority.issueServer({
      commonName: this.serverName,
      alternativeNames: `DNS:${this.serverName},DNS:${this.serverName}.cluster.local`,
      ...(days !== undefined && { days }),
    });
    return { 'tls.crt': cert, 'tls.key': key };
  }

  /** Runs the pod and waits until its probe succeeds. */
  async start(lifetime: Lifetime, as: Circumstances['as'], cgroup: Cgroup): Promise<Child> {
    const volumes = {
      // /sys/fs/cgroup on OpenShift.
      cgroup: cgroup2Mount(),
      tls: this.tls.folder,
      bearer: this.bearer.folder,
      'client-ca': this.clientCa.folder,
    };
    const circumstances = { as, cgroup, volumes, allocatableMillicpus };
    const child = await startContainer(lifetime, this.pod, circumstances);
    const healthy = async () => {
      while (!(await this.ask('/healthz').catch(() => undefined))) await sleep(50);
    };
    await Promise.race([healthy(), child.died]);
    return child;
  }

  /** Asks as a client that knows the CA, with these headers. */
  ask(at: string, headers: Record<string, string> = {}): Promise<Asked> {
    const { ca } = this.authority;
    return ask(`https://${this.address}${at}`, { ca, servername: this.serverName, headers });
  }

  /** The exposition, for whoever shows the token. */
  async metrics(): Promise<string> {
    return (await this.ask('/metrics', { authorization: `Bearer ${this.token()}` })).text;
  }

  /** The token that the agent takes now. */
  token(): string {
    return readFileSync(this.bearer.path('token'), 'utf8');
  }

  /**
   * What Prometheus is told to scrape it, as the operator writes it from the monitor.
   * @param folder where the operator puts what the monitor refers to: `ca.crt`, `token`, and the client
   *   certificate of Prometheus as `tls.crt` and `tls.key`
   */
  scrapeConfig(folder: string, node: string): Record<string, unknown> {
    const target: Target = { address: this.address, pod: `${this.service.metadata.name}-x`, node };
    const objects = {
      secretFile: () => path.join(folder, 'token'),
      configMapFile: () => path.join(folder, 'ca.crt'),
      prometheusFile: (file: string) =>
        path.join(folder, file.endsWith('service-ca.crt') ? 'ca.crt' : path.basename(file)),
    };
    return scrapeConfig(this.monitor, this.service, objects, [target]);
  }
}

/** As the chart makes one. */
export function newToken(): string {
  return randomBytes(24).toString('hex');
}
