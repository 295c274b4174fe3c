import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseExposition } from '../../bench/exposition/parse-exposition';
import type { Cgroup } from '../../bench/cgroups/cgroup';
import { makeSubtree } from '../../bench/cgroups/subtree';
import { LoadProcess } from '../../bench/load/load-process';
import { provideHelm } from '../../charts/host-processes/tests/support/chart';
import type { Child } from '../../demo/launcher/child';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import {
  allocatableCpus,
  cpuSeconds,
  groupCpuSeconds,
  nodeCpuSeconds,
} from '../../metrics/hostproc';
import { kernelFileReads } from '../../metrics/agent';
import { namespaceUser } from '../image/container-command';
import { allocatableMillicpus, DeployedAgent, newToken } from './deployed-agent';
import { type Job, ScrapingPrometheus } from './scraping-prometheus';

// The built agent as the chart's DaemonSet runs it, beside the same agent as root, scraped by a real
// Prometheus as the chart's ServiceMonitor says. Needs root and a cgroup v2 hierarchy.
const lifetime = beginLifetime();
const authority = new CertificateAuthority();
const containers: Record<string, Child> = {};
let tree: Cgroup;
let worker: LoadProcess;
let workerCgroup: Cgroup;
let restricted: DeployedAgent;
let root: DeployedAgent;
let prometheus: ScrapingPrometheus;

const filesOf = (agent: DeployedAgent) => ({ 'ca.crt': authority.ca, token: agent.token() });
const jobOf = (name: string, agent: DeployedAgent, change: object = {}): Job => ({
  name,
  files: filesOf(agent),
  config: (folder) => ({ ...agent.scrapeConfig(folder, name), ...change }),
});

beforeAll(async () => {
  await provideHelm();
  tree = await makeSubtree('deployment');
  lifetime.add(() => tree.remove());
  workerCgroup = tree.make('system.slice/worker.service');
  worker = await LoadProcess.start(workerCgroup, 'worker');
  restricted = await DeployedAgent.render(authority);
  root = await DeployedAgent.render(authority);
  for (const [as, agent] of [
    ['restricted', restricted],
    ['root', root],
  ] as const) {
    const own = tree.make(`kubepods.slice/kubepods-pod-${as}.slice/crio-agent.scope`);
    containers[as] = await agent.start(lifetime, as, own);
  }
  prometheus = await ScrapingPrometheus.start(lifetime, [
    jobOf('node-restricted', restricted),
    jobOf('node-root', root),
    { ...jobOf('wrong-token', restricted), files: { 'ca.crt': authority.ca, token: newToken() } },
    jobOf('no-token', restricted, { authorization: undefined }),
    jobOf('plain-http', restricted, { scheme: 'http' }),
    { ...jobOf('no-ca', restricted), files: { ...filesOf(restricted), 'ca.crt': otherCa() } },
  ]);
}, 300_000);
afterAll(async () => {
  await worker.end();
  await lifetime.end();
  authority.remove();
});

function otherCa(): string {
  const other = new CertificateAuthority('Another authority');
  other.remove();
  return other.ca;
}

const statusOf = (pid: number) =>
  Object.fromEntries(
    readFileSync(`/proc/${pid}/status`, 'utf8')
      .split('\n')
      .map((line) => line.split(/:\t?/) as [string, string]),
  );

describe('the process of the pod', () => {
  it('has an arbitrary user, no capability, and no way to get one', () => {
    const status = statusOf(containers.restricted!.pid);
    const none = '0000000000000000';
    expect(status).toMatchObject({
      Uid: Array(4).fill(namespaceUser).join('\t'),
      Gid: '0\t0\t0\t0',
      CapInh: none,
      CapPrm: none,
      CapEff: none,
      CapBnd: none,
      CapAmb: none,
      NoNewPrivs: '1',
    });
  });

  it("has a cgroup namespace of its own and the host's PIDs", () => {
    const { pid } = containers.restricted!;
    const namespace = (name: string, of: number | string) => readlinkSync(`/proc/${of}/ns/${name}`);
    expect(namespace('cgroup', pid)).not.toBe(namespace('cgroup', 'self'));
    expect(namespace('pid', pid)).toBe(namespace('pid', 'self'));
  });

  it('can write nowhere', () => {
    const mounts = readFileSync(`/proc/${containers.restricted!.pid}/mountinfo`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '))
      // What is above the container's root is out of its reach.
      .filter(([, , , , at = '']) => !at.startsWith('/..'));
    const writable = mounts
      .filter(([, , , , , options = '']) => !options.split(',').includes('ro'))
      .map(([, , , , at]) => at);
    // The kernel's own files, and devices that keep nothing.
    const devices = ['null', 'random', 'urandom', 'zero'].map((name) => `/dev/${name}`);
    expect(writable.filter((at = '') => !devices.includes(at))).toEqual(['/proc']);
  });
});

describe('what it exposes', () => {
  const samplesOf = async (agent: DeployedAgent) => parseExposition(await agent.metrics());
  const families = (text: string) =>
    [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name).sort();

  // A new series shows 0 for a scrape, so there are moments when a sum lacks what is new. Busy is read before
  // all else in a pass, and moves by ticks: what was handed out is in the busy time of the pass after, but
  // for a tick of each CPU.
  it.each([
    ['restricted', cpuSeconds.name],
    ['restricted', groupCpuSeconds.name],
    ['root', cpuSeconds.name],
    ['root', groupCpuSeconds.name],
  ] as const)(
    'closes the account as %s: %s',
    async (as, family) => {
      const roundingUsec = os.cpus().length * 10_000;
      let handedOutBefore = 0;
      for (;;) {
        const samples = await samplesOf(as === 'root' ? root : restricted);
        const usec = (name: string, mode?: string) =>
          samples
            .filter((one) => one.name === name && one.labels.mode === mode)
            .reduce((sum, { value }) => sum + Math.round(value * 1e6), 0);
        const busy = usec(nodeCpuSeconds.name, 'busy');
        expect(busy).toBeGreaterThan(0);
        expect(handedOutBefore).toBeLessThanOrEqual(busy + roundingUsec);
        handedOutBefore = usec(family);
        if (handedOutBefore === busy) return;
        // Longer than one pass serves all who ask.
        await sleep(1100);
      }
    },
    60_000,
  );

  it('is the same families as for root, with nothing denied', async () => {
    const [ours, roots] = await Promise.all([restricted.metrics(), root.metrics()]);
    expect(families(ours)).toEqual(families(roots));
    expect(families(ours).length).toBeGreaterThan(20);
    const denied = parseExposition(ours).filter(
      ({ name, labels, value }) =>
        name === kernelFileReads.name && labels.result === 'denied' && value > 0,
    );
    expect(denied).toEqual([]);
  });

  it("is what a process of root's used, exactly, as it is for root", async () => {
    const before = workerCgroup.usageUsec();
    const used = async (agent: DeployedAgent) => {
      const found = (await samplesOf(agent)).filter(
        ({ name, labels }) => name === cpuSeconds.name && labels.unit === 'worker.service',
      );
      return found.map(({ labels, value }) => [labels.class, Math.round(value * 1e6)] as const);
    };
    const [ours, roots] = await Promise.all([used(restricted), used(root)]);
    await worker.do('burn 100000');
    for (const [agent, first] of [
      [restricted, ours],
      [root, roots],
    ] as const) {
      expect(first.map(([cpuClass]) => cpuClass)).toEqual(['service']);
      // One pass serves all who ask within a second. A worker that has answered still goes to wait.
      const isSeen = async () => {
        const increase = (await used(agent))[0]![1] - first[0]![1];
        return Math.abs(increase - (workerCgroup.usageUsec() - before)) < 1000;
      };
      while (!(await isSeen())) await sleep(100);
    }
    expect(workerCgroup.usageUsec() - before).toBeGreaterThan(100_000);
  }, 60_000);

  it('tells what the downward API said, and itself from the rest', async () => {
    const samples = await samplesOf(restricted);
    const allocatable = samples.filter(({ name }) => name === allocatableCpus.name);
    expect(allocatable.map(({ value }) => value)).toEqual([allocatableMillicpus / 1000]);
    const own = samples.filter(({ labels }) => labels.class === 'agent');
    expect(own.some(({ value }) => value > 0)).toBe(true);
  });
});

describe('a real Prometheus with what the ServiceMonitor says', () => {
  it('gets it, under the labels that the rules and the tab know', async () => {
    expect(await prometheus.stateOf('node-restricted')).toBe('up');
    expect(await prometheus.labelsOf('node-restricted')).toEqual({
      instance: 'node-restricted',
      job: 'host-processes',
      namespace: 'host-processes',
      node: 'node-restricted',
    });
  }, 30_000);

  it('has a closed account of both', async () => {
    for (const node of ['node-restricted', 'node-root']) {
      const busy = `sum by (node) (${nodeCpuSeconds.name}{mode="busy",node="${node}"})`;
      const open = `abs(sum by (node) (${cpuSeconds.name}) - ${busy}) < 0.000001`;
      const isClosed = async () =>
        (await prometheus.query(open)).some(({ metric }) => metric.node === node);
      while (!(await isClosed())) await sleep(500);
      const broken = `sum by (node) (${cpuSeconds.name}) - ${busy} > 0.000001`;
      expect(await prometheus.query(broken)).toEqual([]);
    }
  }, 60_000);

  it.each([
    ['wrong-token', 'server returned HTTP status 403 Forbidden'],
    ['no-token', 'server returned HTTP status 401 Unauthorized'],
    ['plain-http', expect.stringMatching(/EOF|connection reset|malformed HTTP|400/)],
    ['no-ca', expect.stringContaining('certificate signed by unknown authority')],
  ])(
    'gets nothing with %s',
    async (job, error) => {
      expect(await prometheus.stateOf(job)).toEqual(error);
    },
    30_000,
  );
});

describe('while it runs', () => {
  const job = 'node-restricted';
  const pidBefore = () => containers.restricted!.pid;

  it('an expired certificate is refused by Prometheus, and a new one is taken', async () => {
    const pid = pidBefore();
    restricted.tls.swap(restricted.issueCertificate(-1));
    expect(await prometheus.until(job, (state) => state !== 'up')).toContain(
      'certificate has expired or is not yet valid',
    );
    restricted.tls.swap(restricted.issueCertificate());
    await prometheus.until(job, (state) => state === 'up');
    expect(statusOf(pid)).toMatchObject({ Name: 'node' });
  }, 60_000);

  it('a new token is asked for as soon as it is there, and scrapes go on with it', async () => {
    const [old, next] = [restricted.token(), newToken()];
    restricted.bearer.swap({ token: next });
    const forbidden = 'server returned HTTP status 403 Forbidden';
    expect(await prometheus.until(job, (state) => state !== 'up')).toBe(forbidden);
    prometheus.replace(job, { token: next });
    await prometheus.until(job, (state) => state === 'up');
    const { status, text } = await restricted.ask('/metrics', { authorization: `Bearer ${old}` });
    expect([status, text.includes('hostproc_')]).toEqual([403, false]);
  }, 60_000);
});
