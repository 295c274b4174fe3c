import { setTimeout as sleep } from 'node:timers/promises';
import { cgroup2Mount } from '../../bench/cgroups/cgroup2-mount';
import { makeSubtree } from '../../bench/cgroups/subtree';
import { buildAgent } from '../../bench/exporters/agent';
import { startExporter } from '../../bench/exporters/exporter';
import { LoadProcess } from '../../bench/load/load-process';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { recordedSeries } from '../../metrics/recorded';
import { projectFolder } from '../../scripts/project-folder';
import { askAt } from '../pipeline/prometheus-api';
import { startInstalledPrometheus } from './installed-prometheus';
import { KernelTruth, PodsUsage } from './kernel-truth';

// The built agent on this machine, with services and a pod of our own under load, scraped and judged by a
// real Prometheus as the chart sets it up. What it records is compared with what the kernel says, read by
// this test at the same time.
const lifetime = beginLifetime();
const node = 'node-0';
const scrapeSeconds = 5;
const windowSeconds = 4 * scrapeSeconds;
const phaseSeconds = 80;
const reserved = 1;

/** Names of our units are this process's own: parallel runs on one machine see each other's. */
const unit = (name: string) => `hps-${name}-${process.pid}.service`;
let url: string;
let truth: KernelTruth;
const phases: { title: string; from: number; to: number }[] = [];
const now = () => Date.now() / 1000;

beforeAll(async () => {
  await buildAgent();
  const tree = await makeSubtree('system');
  lifetime.add(() => tree.remove());
  const cgroups = {
    steady: tree.make(unit('steady')),
    churning: tree.make(unit('churning')),
    pods: tree.make(
      'kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod1.slice/crio-1.scope',
    ),
  };
  const [steady, churning, pod] = await Promise.all([
    LoadProcess.start(cgroups.steady, 'hps-steady'),
    LoadProcess.start(cgroups.churning, 'hps-churning'),
    LoadProcess.start(cgroups.pods, 'hps-pod'),
  ]);
  const agent = await startExporter(lifetime, {
    name: 'The agent',
    file: process.execPath,
    args: (address) => [
      `${projectFolder}/dist/agent/host-processes-agent.cjs`,
      `--web.listen-address=${address}`,
      `--scrape-interval=${scrapeSeconds}s`,
      `--reserved-cpus=${reserved}`,
    ],
    procsFiles: [],
  });
  const pods = new PodsUsage(cgroup2Mount());
  truth = new KernelTruth({
    steady: () => cgroups.steady.usageUsec(),
    churning: () => cgroups.churning.usageUsec(),
    pods: () => pods.usec(),
  });
  url = await startInstalledPrometheus(lifetime, {
    target: new URL(agent.url).host,
    node,
    values: {
      monitoring: { scrapeInterval: `${scrapeSeconds}s`, scrapeTimeout: `${scrapeSeconds}s` },
    },
    // No multiple of the scrapes: evaluations lie anywhere between them.
    evaluationSeconds: 3,
  });

  const run = async (title: string, seconds: number, work: readonly [LoadProcess, string][]) => {
    const from = now();
    await Promise.all(work.map(([one, command]) => one.do(command)));
    phases.push({ title, from, to: Math.min(now(), from + seconds) });
  };
  const usec = (seconds: number) => Math.round(seconds * 1e6);
  const all = windowSeconds + phaseSeconds;
  // What is new shows 0 for a scrape or two: the first phase begins when everything is known.
  await Promise.all([
    steady.do(`live ${usec(windowSeconds)} 60`),
    pod.do(`live ${usec(windowSeconds)} 30`),
    churning.do(`fork ${usec(windowSeconds)} 20000 40`),
  ]);
  // The first window of a phase still has the load before it; a second more keeps the last one full.
  await run('half loaded', all, [
    [steady, `live ${usec(all + 1)} 60`],
    [pod, `live ${usec(all + 1)} 30`],
    [churning, `fork ${usec(all + 1)} 20000 40`],
  ]);
  await run('fully loaded', all, [
    [steady, `live ${usec(all + 1)} 100`],
    [pod, `live ${usec(all + 1)} 100`],
    [churning, `fork ${usec(all + 1)} 5000 30`],
  ]);
  await sleep(scrapeSeconds * 1000);
  truth.stop();
}, 500_000);
afterAll(() => lifetime.end());

/** Moments of evaluation whose whole window lies in the phase, with the first and last scrape in it. */
async function evaluations(phase: number) {
  const { from, to } = phases[phase]!;
  const [evaluated] = await askAt(url, `node:hostproc_busy_cpus:rate[${phaseSeconds}s]`, to);
  const moments = evaluated?.values.map(([at]) => at) ?? [];
  const list: { at: number; first: number; last: number }[] = [];
  for (const at of moments.filter((one) => one > from + windowSeconds + 1)) {
    const [scrapes] = await askAt(url, `hostproc_node_cpus[${windowSeconds}s]`, at);
    const times = scrapes?.values.map(([scraped]) => scraped) ?? [];
    const [first, last] = [times[0], times.at(-1)];
    // A scrape that was just being stored may be in our answer, and not have been in the rule's.
    if (first !== undefined && last !== undefined && at - last > 0.25)
      list.push({ at, first, last });
  }
  return list;
}

/** The mean of a recorded sum over a phase, and what the kernel says of the very same windows. */
async function compare(expr: string, of: (from: number, to: number) => number, phase: number) {
  const moments = await evaluations(phase);
  expect(moments.length).toBeGreaterThan(10);
  let recorded = 0;
  let kernel = 0;
  for (const { at, first, last } of moments) {
    const value = (await askAt(url, expr, at))[0]?.values[0]?.[1];
    if (value === undefined) throw new Error(`Prometheus has no ${expr} at ${at}.`);
    recorded += value / moments.length;
    kernel += of(first, last) / moments.length;
  }
  return { recorded, kernel };
}

const cores = (name: string) => (from: number, to: number) => truth.coresBetween(name, from, to);
const host = (from: number, to: number) => cores('busy')(from, to) - cores('pods')(from, to);

const service = (name: string) =>
  `node_class_unit:hostproc_cpu_seconds:rate{class="service", unit="${unit(name)}"}`;

const rows: readonly (readonly [string, string, (from: number, to: number) => number])[] = [
  ['a service', service('steady'), cores('steady')],
  ['a service of short-lived processes', service('churning'), cores('churning')],
  [
    'the groups of a service',
    `sum(node_class_unit_groupname:hostproc_group_cpu_seconds:rate{unit="${unit('churning')}"})`,
    cores('churning'),
  ],
  ['pods', 'node_class:hostproc_cpu_seconds:rate{class="pod"}', cores('pods')],
  ['all classes', 'sum(node_class:hostproc_cpu_seconds:rate)', cores('busy')],
  ['the host', 'node:hostproc_host_cpus:rate', host],
  ['the share of the reservation', `node:hostproc_reservation_used:ratio * ${reserved}`, host],
  ['busy', 'node:hostproc_busy_cpus:rate', cores('busy')],
  ['busy, as a mode', 'node_mode:hostproc_node_cpu_seconds:rate{mode="busy"}', cores('busy')],
  ['capacity', 'node:hostproc_capacity_cpus:rate', cores('capacity')],
  [
    'what has an owner, and what has none',
    'sum(node:hostproc_closure:ratio * node:hostproc_busy_cpus:rate) + sum(node_class:hostproc_cpu_seconds:rate{class="unattributed"})',
    cores('busy'),
  ],
  [
    'pods, as the prototype groups them',
    `sum(namedprocess_namegroup_cpu_rate{groupname="conmon"}) - sum(node_class:hostproc_cpu_seconds:rate{class=~"agent|runtime"})`,
    cores('pods'),
  ],
];

describe.each([
  ['half loaded', 0],
  ['fully loaded', 1],
])('%s', (_, phase) => {
  it.each(rows)('%s: within 2 %% of what the kernel says', async (name, expr, of) => {
    const { recorded, kernel } = await compare(expr, of, phase);
    expect(kernel).toBeGreaterThan(0.01);
    expect([name, Math.abs(recorded / kernel - 1) < 0.02, recorded, kernel]).toEqual([
      name,
      true,
      recorded,
      kernel,
    ]);
  });
});

it.each(recordedSeries)('$name is recorded with exactly its labels', async ({ name, labels }) => {
  const recorded = await askAt(url, name, phases[1]!.to);
  expect(recorded.length).toBeGreaterThan(0);
  for (const { metric } of recorded) {
    const { __name__: itsName, instance, node: ofNode, job, namespace, ...own } = metric;
    expect([itsName, instance, ofNode, job, namespace]).toEqual([
      name,
      node,
      node,
      'host-processes',
      'host-processes',
    ]);
    expect(Object.keys(own).sort()).toEqual([...labels].sort());
  }
});

it('every alert is judged without an error, and the agent is not down', async () => {
  const { data } = (await (await fetch(`${url}/api/v1/rules?type=alert`)).json()) as {
    data: { groups: { rules: { name: string; health: string; state: string }[] }[] };
  };
  const alerts = data.groups.flatMap(({ rules }) => rules);
  expect(alerts.map(({ health }) => health)).toEqual(alerts.map(() => 'ok'));
  const stateOf = (name: string) => alerts.find((one) => one.name === name)?.state;
  expect(stateOf('HostProcessesAgentDown')).toBe('inactive');
});
