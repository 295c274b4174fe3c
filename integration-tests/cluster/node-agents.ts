import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { layImageRoot } from '../image/image-root';
import type { ControlPlane } from './control-plane';
import { isStatus } from './kubernetes-api';
import { type Pod, podPath, wantedNode } from './pod';
import { PodProcess } from './pod-process';
import { NotThere } from './pod-volumes';

/** On the first of them pods of servers run as processes; on the others they are only said to be ready. */
export const nodes = ['node-1', 'node-2', 'node-3'] as const;

/** An image of this tag cannot be pulled. */
export const missingTag = 'missing';

const everyMs = 100;

/**
 * Stands in for the scheduler and the kubelets: gives pods their nodes, runs the commands of pods as
 * processes, and tells the API server how they do.
 */
export class NodeAgents {
  private readonly processes = new Map<string, PodProcess>();
  /** What pods said that have ended, by their names. */
  readonly said = new Map<string, string>();
  private pods: readonly Pod[] = [];
  private ended = false;

  private constructor(
    private readonly cluster: ControlPlane,
    private readonly root: string,
  ) {}

  static async start(lifetime: Lifetime, cluster: ControlPlane): Promise<NodeAgents> {
    for (const name of nodes) {
      const labels = { 'kubernetes.io/os': 'linux', 'kubernetes.io/hostname': name };
      await cluster.api.post('/api/v1/nodes', {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name, labels },
      });
      await cluster.api.mergePatch(`/api/v1/nodes/${name}/status`, {
        status: {
          capacity: { cpu: '4', memory: '16Gi', pods: '250' },
          allocatable: { cpu: '3500m', memory: '15Gi', pods: '250' },
          conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
        },
      });
    }
    const agents = new NodeAgents(cluster, layImageRoot());
    const work = agents.work();
    lifetime.add(async () => {
      agents.ended = true;
      await work;
      await Promise.all([...agents.processes.values()].map((one) => one.end()));
    });
    return agents;
  }

  private async work(): Promise<void> {
    while (!this.ended) {
      this.pods = await this.cluster.api.list<Pod>('/api/v1/pods');
      for (const pod of this.pods) {
        await this.look(pod).catch((error: unknown) => {
          // It went, or was changed, while we looked.
          if (!isStatus(error, 404) && !isStatus(error, 409)) throw error;
        });
      }
      await sleep(everyMs);
    }
  }

  private async look(pod: Pod): Promise<void> {
    const { uid, deletionTimestamp } = pod.metadata;
    const { phase } = pod.status;
    const hasEnded = this.processes.get(uid)?.status !== undefined;
    if (deletionTimestamp !== undefined) await this.end(pod);
    else if (pod.spec.nodeName === undefined) await this.bind(pod);
    else if (phase === 'Pending') await this.begin(pod);
    else if (hasEnded && pod.spec.restartPolicy === 'Always') await this.run(pod);
    else if (hasEnded) await this.report(pod);
  }

  private async bind(pod: Pod): Promise<void> {
    const { name, namespace } = pod.metadata;
    await this.cluster.api.post(`${podPath(pod)}/binding`, {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name, namespace },
      target: { apiVersion: 'v1', kind: 'Node', name: wantedNode(pod) ?? this.nextNode(pod) },
    });
  }

  /** Pods of a workload are spread: on a node they would want the same port. */
  private nextNode(pod: Pod): string {
    const owner = pod.metadata.ownerReferences?.[0]?.uid;
    const others = this.pods.filter(
      ({ metadata, spec }) =>
        owner !== undefined &&
        spec.nodeName !== undefined &&
        metadata.ownerReferences?.[0]?.uid === owner,
    );
    return nodes[others.length % nodes.length] ?? nodes[0];
  }

  private async begin(pod: Pod): Promise<void> {
    const [container] = pod.spec.containers;
    if (container?.image.endsWith(`:${missingTag}`)) return;
    if (pod.spec.nodeName === nodes[0] && !(await this.run(pod))) return;
    await this.tell(pod, 'Running', { running: { startedAt: new Date().toISOString() } });
  }

  /** @returns whether it runs: a kubelet tries again until what is mounted is there */
  private async run(pod: Pod): Promise<boolean> {
    try {
      const started = await PodProcess.start(this.cluster, pod, this.root);
      this.processes.set(pod.metadata.uid, started);
      return true;
    } catch (error) {
      if (error instanceof NotThere) return false;
      throw error;
    }
  }

  /** A process has ended: well or not, which makes its Job or its test succeed or fail. */
  private async report(pod: Pod): Promise<void> {
    const { status: exitCode = -1, output = '' } = this.processes.get(pod.metadata.uid) ?? {};
    this.processes.delete(pod.metadata.uid);
    this.said.set(pod.metadata.name, output);
    const phase = exitCode === 0 ? 'Succeeded' : 'Failed';
    await this.tell(pod, phase, { terminated: { exitCode, reason: 'Completed', message: output } });
  }

  private async tell(pod: Pod, phase: string, state: object): Promise<void> {
    const ready = phase === 'Running';
    const status = ready ? 'True' : 'False';
    const types = ['Initialized', 'ContainersReady', 'Ready', 'PodScheduled'];
    await this.cluster.api.mergePatch(`${podPath(pod)}/status`, {
      status: {
        phase,
        podIP: '127.0.0.1',
        podIPs: [{ ip: '127.0.0.1' }],
        startTime: new Date().toISOString(),
        conditions: types.map((type) => ({ type, status })),
        containerStatuses: pod.spec.containers.map(({ name, image }) => ({
          name,
          image,
          imageID: image,
          ready,
          started: ready,
          restartCount: 0,
          state,
        })),
      },
    });
  }

  private async end(pod: Pod): Promise<void> {
    await this.processes.get(pod.metadata.uid)?.end();
    this.processes.delete(pod.metadata.uid);
    await this.cluster.api.delete(podPath(pod), 0);
  }
}
