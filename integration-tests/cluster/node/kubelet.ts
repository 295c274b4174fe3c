import type { Lifetime } from '../../../demo/launcher/lifetime';
import type { ApiObject } from '../control-plane/api-client';
import type { Host } from './host';
import type { Pod } from './pod';
import { PodRun } from './pod-run';
import type { StandIn } from './stand-in';

const leaseEveryMs = 10_000;

/** Stands in for the kubelets of some nodes: registers them, keeps them alive, and runs their pods here. */
export class Kubelet {
  readonly #runs = new Map<string, PodRun>();
  /** Of pods that are gone, too. */
  readonly #all: PodRun[] = [];
  #renewedMs = -Infinity;

  private constructor(
    private readonly host: Host,
    private readonly nodes: readonly string[],
    private readonly standIn: StandIn,
  ) {}

  static async start(
    lifetime: Lifetime,
    standIn: StandIn,
    host: Host,
    nodes: readonly string[],
  ): Promise<Kubelet> {
    const kubelet = new Kubelet(host, nodes, standIn);
    for (const name of nodes) await kubelet.register(name);
    lifetime.add(async () => {
      await Promise.all([...kubelet.#runs.values()].map((run) => run.end()));
    });
    standIn.repeat(() => kubelet.look());
    return kubelet;
  }

  /** What the containers of the pods of a name said, oldest first. */
  said(name: RegExp): string[] {
    return this.#all.filter(({ pod }) => name.test(pod.metadata.name)).map(({ output }) => output);
  }

  /** Begins and ends pods as the API server has them. */
  private async look(): Promise<void> {
    const pods = await this.host.api.list<Pod>('/api/v1/pods?resourceVersion=0');
    const mine = pods.filter(({ spec }) => this.nodes.includes(spec.nodeName ?? ''));
    const known = new Set(mine.map(({ metadata }) => metadata.uid));
    for (const [uid, run] of this.#runs) if (!known.has(uid)) this.finish(uid, run);
    for (const pod of mine) {
      const { uid, deletionTimestamp } = pod.metadata;
      const run = this.#runs.get(uid);
      if (deletionTimestamp !== undefined) this.finish(uid, run, pod);
      else if (!run) this.begin(uid, pod);
    }
    if (performance.now() - this.#renewedMs > leaseEveryMs) {
      this.#renewedMs = performance.now();
      await Promise.all(this.nodes.map((name) => this.renew(name)));
    }
  }

  private begin(uid: string, pod: Pod): void {
    const run = new PodRun(pod, this.host);
    this.#runs.set(uid, run);
    this.#all.push(run);
    run.live().catch(this.standIn.note);
  }

  private finish(uid: string, run: PodRun | undefined, pod?: Pod): void {
    if (run) this.#runs.delete(uid);
    const ended = run?.end() ?? Promise.resolve();
    ended.then(() => pod && this.remove(pod)).catch(this.standIn.note);
  }

  /** Unless it is gone already, or another has its name. */
  private async remove({ metadata: { name, namespace = '', uid } }: Pod): Promise<void> {
    const options = { gracePeriodSeconds: 0, preconditions: { uid } };
    await this.host.api.ask('DELETE', `/api/v1/namespaces/${namespace}/pods/${name}`, options);
  }

  private async register(name: string): Promise<void> {
    const labels = {
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
      'kubernetes.io/hostname': name,
      'node-role.kubernetes.io/worker': '',
      'node-role.kubernetes.io/infra': '',
    };
    await this.host.api.create('/api/v1/nodes', { metadata: { name, labels } });
    const now = new Date().toISOString();
    const resources = { cpu: '4', memory: '16Gi', pods: '250' };
    await this.host.api.patch(`/api/v1/nodes/${name}/status`, 'merge', {
      status: {
        capacity: resources,
        allocatable: resources,
        addresses: [{ type: 'InternalIP', address: '127.0.0.1' }],
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            reason: 'KubeletReady',
            lastHeartbeatTime: now,
            lastTransitionTime: now,
          },
        ],
      },
    });
  }

  private async renew(name: string): Promise<void> {
    const leases = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
    const spec = {
      holderIdentity: name,
      leaseDurationSeconds: 40,
      renewTime: new Date().toISOString().replace('Z', '000Z'),
    };
    const found = await this.host.api.find<ApiObject>(`${leases}/${name}`);
    if (found) await this.host.api.patch(`${leases}/${name}`, 'merge', { spec });
    else await this.host.api.create(leases, { metadata: { name }, spec });
  }
}
