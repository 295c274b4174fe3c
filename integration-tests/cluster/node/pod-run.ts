import https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container } from '../../../charts/host-processes/tests/support/manifest';
import { ContainerProcess } from './container-process';
import { type ContainerState, type Pod, statusOf, waiting } from './pod';
import type { Host } from './host';
import { mountVolumes } from './volumes';

const pauseMs = 300;

/** One pod on this machine, from its start to its end: what a kubelet does with it. */
export class PodRun {
  #stopped = false;
  #process: ContainerProcess | undefined;
  /** Where it is reached, when it has a network of its own. */
  #address: string | undefined;
  /** What the container said, in all its runs. */
  output = '';

  constructor(
    readonly pod: Pod,
    private readonly host: Host,
  ) {}

  async live(): Promise<void> {
    const [container] = this.pod.spec.containers;
    if (!container) throw new Error('Expected a pod with a container, found none.');
    const folders = await this.prepare(container);
    for (let restartCount = 0; !this.isEnding(); restartCount += 1) {
      const exitCode = await this.run(container, folders, restartCount);
      if (this.isEnding()) return;
      const state = { terminated: { exitCode, message: this.output.slice(-2048) } };
      if (this.pod.spec.restartPolicy === 'Never') {
        const phase = exitCode === 0 ? 'Succeeded' : 'Failed';
        return this.report({ phase, ready: false, state, restartCount });
      }
      await this.report({ phase: 'Running', ready: false, state, restartCount: restartCount + 1 });
      await sleep(pauseMs * 3);
    }
  }

  async end(): Promise<void> {
    this.#stopped = true;
    await this.#process?.stop();
  }

  private isEnding(): boolean {
    return this.#stopped;
  }

  /** Waits for the image and for what is mounted. */
  private async prepare({ image }: Container): Promise<Readonly<Record<string, string>>> {
    while (!this.isEnding() && !this.host.registry.has(image)) {
      await this.report(waiting('ErrImagePull', `manifest of ${image} unknown`));
      await sleep(pauseMs);
    }
    while (!this.isEnding()) {
      const found = await mountVolumes(this.host.api, this.pod, this.host.folder);
      if ('folders' in found) return found.folders;
      await this.report(waiting('ContainerCreating', `${found.missing} not found`));
      await sleep(pauseMs);
    }
    return {};
  }

  /** Runs the container once. @returns its status */
  private async run(
    container: Container,
    folders: Readonly<Record<string, string>>,
    restartCount: number,
  ): Promise<number> {
    const { securityContext, restartPolicy } = this.pod.spec;
    // What ends asks the API server or other pods; what serves has ports of its own.
    const apart = restartPolicy !== 'Never';
    const mounts = apart ? [] : await this.host.names();
    if (this.isEnding()) return 0;
    const process = new ContainerProcess(container, {
      as: securityContext?.runAsUser === 0 ? 'root' : 'restricted',
      folders,
      mounts,
      environment: this.host.environment(),
      apart,
    });
    this.#process = process;
    if (apart) this.#address = await this.connect(process);
    const running = { running: { startedAt: new Date().toISOString() } };
    const state = { phase: 'Running', state: running, restartCount } as const;
    await this.report({ ...state, ready: !container.readinessProbe });
    while (container.readinessProbe && process.status === undefined && !this.isEnding()) {
      if (await this.isReady(container)) {
        await this.report({ ...state, ready: true });
        break;
      }
      await sleep(pauseMs);
    }
    const status = await process.ended;
    this.output += process.output;
    return status;
  }

  private async connect(process: ContainerProcess): Promise<string | undefined> {
    try {
      return await this.host.network.attach(process.pid);
    } catch (error) {
      // One that ends at once has no network to be connected to.
      await Promise.race([process.ended, sleep(pauseMs * 3)]);
      if (process.status === undefined) throw error;
      return undefined;
    }
  }

  /** The probe of the container, as a kubelet asks: it verifies no certificate. */
  private isReady({ readinessProbe, ports = [] }: Container): Promise<boolean> {
    const { path, port } = readinessProbe?.httpGet ?? { path: '/', port: '' };
    const number = ports.find(({ name }) => name === port)?.containerPort;
    const url = `https://${this.#address ?? '127.0.0.1'}:${number ?? 0}${path}`;
    return new Promise((resolve) => {
      const options = { rejectUnauthorized: false, agent: false, timeout: 5000 };
      const request = https.get(url, options, (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      });
      request.on('timeout', () => request.destroy()).on('error', () => resolve(false));
    });
  }

  /** Writes the status, unless the pod is gone. */
  private async report(state: ContainerState): Promise<void> {
    if (this.isEnding()) return;
    const { name, namespace = '', uid } = this.pod.metadata;
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/status`;
    const answer = await this.host.api.ask(
      'PATCH',
      path,
      { metadata: { uid }, status: statusOf(this.pod, state, this.#address) },
      { 'Content-Type': 'application/merge-patch+json' },
    );
    if (![200, 404, 409].includes(answer.status)) {
      throw new Error(`The status of pod ${name} was refused: ${JSON.stringify(answer.body)}`);
    }
  }
}
