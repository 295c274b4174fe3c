import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { cpuSecondsAt, knownGroups } from '../known-data/formula';
import { expectedFigures, type Expected } from './expectation';
import { useKnownFront } from './known-front';
import {
  capacity,
  modesAt,
  nodes,
  pods,
  podSecondsAt,
  scrapesBefore,
  threads,
} from './known-series';
import { run } from './program';
import { goodToken } from './tls-front';

// The built program before a real Prometheus with known data, over TLS, with a token.
const known = useKnownFront();

type Row = Record<string, string | number | null>;

function askArgs(...args: string[]): string[] {
  const time = String(known.cluster.endMs / 1000);
  return ['--host', known.front.host, '--ca-file', known.authority.caFile, '-T', time, ...args];
}

function ask(...args: string[]) {
  return run(askArgs(...args), { PROMETHEUS_TOKEN: goodToken });
}

async function rowsOf(...args: string[]): Promise<Row[]> {
  const { status, stdout, stderr } = await ask('--format', 'json', ...args);
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as { rows: Row[] }).rows;
}

function expectFigures(row: Row | undefined, expected: Expected) {
  for (const [column, value] of Object.entries(expected) as [string, number][]) {
    expect([column, row?.[column]]).toEqual([column, expect.closeTo(value, 5)]);
  }
}

describe('the numbers are those of the formulas', () => {
  it('of every host group on every node, over what was measured there', async () => {
    const rows = await rowsOf('--view', 'housekeeping', '--with-agent');
    const groups = knownGroups.filter((group) => group.class !== 'pod');
    expect(rows).toHaveLength(groups.length * nodes.length);
    for (const node of nodes) {
      for (const group of groups) {
        const row = rows.find(
          (found) =>
            found.node === node.name &&
            found.name === group.groupname &&
            found.unit === group.unit &&
            found.class === group.class,
        );
        const secondsAt = (n: number) => node.factor * cpuSecondsAt(group, n);
        expectFigures(row, expectedFigures(secondsAt, { node }));
        expect(row).toMatchObject({ kind: 'host', namespace: '' });
      }
    }
  });

  it('of every pod, from its containers, without the pod of the agent', async () => {
    const rows = await rowsOf('--view', 'all');
    const shown = rows.filter((row) => row.class === 'pod');
    const expected = pods.filter(({ namespace }) => namespace !== 'host-processes');
    expect(shown.map(({ name }) => name).sort()).toEqual(expected.map(({ name }) => name).sort());
    for (const pod of expected) {
      const row = shown.find(({ name }) => name === pod.name);
      expectFigures(
        row,
        expectedFigures((n) => podSecondsAt(pod, n), { every: 2 }),
      );
      expect(row).toMatchObject({
        node: pod.node,
        namespace: pod.namespace,
        kind: pod.namespace === 'shop' ? 'workload' : 'infrastructure',
      });
    }
    expect(rows.some((row) => row.class === 'agent')).toBe(false);
  });

  it('of sums over nodes', async () => {
    const rows = await rowsOf(
      '--view',
      'kernel',
      '--sum',
      '--node',
      'worker-0',
      '--node',
      'worker-1',
    );
    const kernel = knownGroups.filter(({ class: is }) => is === 'kernel' || is === 'interrupt');
    expect(rows).toHaveLength(kernel.length);
    for (const group of kernel) {
      const row = rows.find(({ name }) => name === group.groupname);
      expectFigures(
        row,
        expectedFigures((n) => 1.5 * cpuSecondsAt(group, n)),
      );
      expect(row?.node).toBe('(all)');
    }
  });

  it('of threads, without those of the agent', async () => {
    const rows = await rowsOf('--view', 'threads', '--node', 'worker-1');
    expect(rows.map(({ thread, avg_cores }) => [thread, avg_cores])).toEqual([
      ['kubelet', expect.closeTo(threads.kubelet, 6)],
      ['gc', expect.closeTo(threads.gc, 6)],
    ]);
  });

  it('of the account, which is the capacity of each node', async () => {
    const rows = await rowsOf('--view', 'account');
    for (const node of nodes) {
      const own = rows.filter((row) => row.node === node.name);
      const sum = own.reduce((cores, row) => cores + Number(row.avg_cores), 0);
      expect(sum).toBeCloseTo(capacity, 4);
      const idle = own.find((row) => row.class === 'idle');
      expectFigures(
        idle,
        expectedFigures((n) => modesAt(node, n).idle ?? 0, { node }),
      );
    }
    const infrastructure = rows.find(
      (row) => row.node === 'worker-0' && row.kind === 'infrastructure',
    );
    const infra = pods.filter(({ namespace }) => /^(openshift|kube)-/.test(namespace));
    const secondsAt = (n: number) => infra.reduce((sum, pod) => sum + podSecondsAt(pod, n), 0);
    expectFigures(infrastructure, expectedFigures(secondsAt, { every: 2 }));
  });

  it('of an interval of two hours, asked for in two pieces', async () => {
    const before = known.front.asked.length;
    const [row] = await rowsOf(
      '--view',
      'housekeeping',
      '-i',
      '2h',
      '--node',
      'worker-0',
      '--first',
    );
    const ranges = known.front.asked.slice(before).filter(({ url }) => url.includes('query_range'));
    expect(ranges).toHaveLength(2 * 3);
    const kubelet = knownGroups.find(({ groupname }) => groupname === row?.name);
    if (!kubelet) throw new Error('The first row is no known group.');
    const seconds = (n: number) => cpuSecondsAt(kubelet, n);
    const mean = (seconds(scrapesBefore) - seconds(scrapesBefore - 479)) / (479 * 15);
    expect(row?.avg_cores).toBeCloseTo(mean, 2);
    const windows = Array.from({ length: 237 }, (_, i) => {
      const end = scrapesBefore - 2 * i;
      return (seconds(end) - seconds(end - 7)) / 105;
    });
    expect(row?.max_cores).toBeCloseTo(Math.max(...windows), 5);
    expect(row?.min_cores).toBeCloseTo(Math.min(...windows), 5);
  });
});

describe('rows', () => {
  it('are sorted as numbers, and have a head and a tail', async () => {
    const all = await rowsOf('-m', 'housekeeping', '-s', 'max');
    const values = all.map((row) => Number(row.max_cores));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(await rowsOf('-m', 'housekeeping', '-s', 'max', '--head')).toEqual(all.slice(0, 5));
    expect(await rowsOf('-m', 'housekeeping', '-s', 'max', '--last')).toEqual(all.slice(-1));
  });

  it('leave namespaces out', async () => {
    const rows = await rowsOf('-S', 'openshift-.*', '-S', 'shop');
    expect(rows.filter((row) => row.class === 'pod').map(({ name }) => name)).toEqual(['dns']);
  });

  it('say of which node how much was measured', async () => {
    const { stderr } = await ask('--view', 'housekeeping');
    expect(stderr).toMatch(
      /^prometheus-csv: Of the interval only (49|50) % were measured on late-0; .*\n$/,
    );
    expect((await ask('--view', 'housekeeping', '--quiet')).stderr).toBe('');
  });

  it('are the same in every form', async () => {
    const args = ['--view', 'infra', '--node', 'worker-0'];
    const rows = await rowsOf(...args);
    const yaml = await ask(...args, '--format', 'yaml');
    expect((parse(yaml.stdout) as { rows: Row[] }).rows).toEqual(rows);
    const csv = (await ask(...args)).stdout.trimEnd().split('\r\n');
    expect(csv).toHaveLength(rows.length + 1);
    expect(csv[1]).toBe(Object.values(rows[0] ?? {}).join(','));
    expect((await ask(...args, '--format', 'table')).stdout.split('\n')).toHaveLength(
      rows.length + 2,
    );
  });
});

describe('the verdict', () => {
  it('is judged by node, and is the exit status', async () => {
    const { status, stdout } = await ask('verdict', '--format', 'json', '--node', 'worker-0');
    const [verdict] = (JSON.parse(stdout) as { rows: Row[] }).rows;
    const host = knownGroups.filter((group) => group.class !== 'pod');
    const infra = pods.filter(({ namespace }) => /^(openshift|kube)-/.test(namespace));
    const secondsAt = (n: number) =>
      host.reduce((sum, group) => sum + cpuSecondsAt(group, n), 0) +
      infra.reduce((sum, pod) => sum + podSecondsAt(pod, n), 0);
    // Host and pods lie on different scrapes: the sums agree to a few millicores.
    const { avg_cores: average } = expectedFigures(secondsAt);
    expect(verdict).toMatchObject({
      node: 'worker-0',
      verdict: 'within',
      judged: 'platform',
      reserved_cpus: 4,
      reserved_source: 'systemd.cpu_affinity',
      avg_cores: expect.closeTo(average, 2) as number,
      above_seconds: 0,
    });
    expect(Number(verdict?.headroom_cores)).toBeCloseTo(4 - Number(verdict?.max_cores), 5);
    expect(status).toBe(0);
  });

  it.each([
    [['verdict', '--node', 'worker-1'], 3, 'worker-1,exceeds,host,0.5,capacity-minus-allocatable,'],
    [['--reserved', '1', '--node', 'worker-0'], 3, 'worker-0,exceeds,platform,1,option,'],
    [['--reserved', '8', '--node', 'worker-0'], 0, 'worker-0,within,platform,8,option,'],
    [['verdict', '--node', 'late-0', '--judge', 'host'], 1, 'late-0,unknown,host,,,'],
  ] as const)('of %j is status %d', async (args, status, line) => {
    const found = await ask(...args);
    expect(found.status).toBe(status);
    expect(found.stdout).toContain(line);
  });

  it('of a platform whose pods nobody knows is not made', async () => {
    const { status, stdout, stderr } = await ask('--reserved', '4', '--node', 'late-0');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^prometheus-csv: The platform of late-0 cannot be judged without its pods, .*\n$/,
    );
  });
});

describe('a baseline', () => {
  it('shows what grew, and nothing where nothing did', async () => {
    const file = path.join(known.authority.folder, 'baseline.csv');
    const args = ['--view', 'housekeeping', '--node', 'worker-0'];
    expect(await ask(...args, '--output', file)).toEqual({ status: 0, stdout: '', stderr: '' });
    const same = await ask(...args, '--baseline', file);
    expect([same.status, same.stdout.split('\r\n')]).toEqual([0, [expect.any(String), '']]);
    const rows = await rowsOf(...args);
    const half = path.join(known.authority.folder, 'half.json');
    const smaller = rows.map((row) =>
      row.name === 'kubelet' ? { ...row, avg_cores: Number(row.avg_cores) / 2 } : row,
    );
    writeFileSync(half, JSON.stringify({ rows: smaller }));
    const grown = await ask(...args, '--baseline', half);
    expect(grown.status).toBe(3);
    expect(grown.stdout.split('\r\n')[1]).toMatch(
      /^worker-0,service,host,kubelet\.service,,kubelet,,0\.2\d+,0\.4\d+,0\.2\d+,(100|99\.9\d+|100\.0\d*)$/,
    );
    expect((await ask(...args, '--baseline', half, '--threshold', '101')).status).toBe(0);
  });
});

it('a report is one file with every node', async () => {
  const { status, stdout } = await ask('report', '--node', 'worker-0', '--node', 'worker-1');
  // worker-1 exceeds its reservation.
  expect(status).toBe(3);
  expect(stdout).toMatch(/^<!doctype html>/);
  for (const text of ['worker-0', 'worker-1', 'kubelet.service', 'etcd-worker-0', 'exceeds']) {
    expect(stdout).toContain(text);
  }
  expect(stdout.match(/<svg/g)).toHaveLength(2);
  expect(stdout).not.toMatch(/NaN|undefined|https?:/);
});
