import { clock, everything, gathered, grid, type Written } from '../testdata/gathered';
import { arrange } from './arrange';
import { viewRows } from './view-rows';

const group = (cpuClass: string, name: string, cores: Written[1], node = 'n1'): Written => [
  { instance: node, class: cpuClass, unit: `${name}.service`, groupname: name },
  cores,
];
const pod = (namespace: string, name: string, cores: Written[1], node = 'n1'): Written => [
  { node, namespace, pod: name },
  cores,
];

const data = gathered({
  ...clock('n1', 2),
  groups: [
    group('service', 'kubelet', 0.5),
    group('kernel', 'kworker', 0.25),
    group('interrupt', 'irq', 0.125),
    group('agent', 'host-processes-agent', 0.01),
  ],
  pods: [
    pod('openshift-etcd', 'etcd-0', 0.75),
    pod('kube-system', 'dns', 0.0625),
    pod('shop', 'web', 1),
    pod('openshift-monitoring', 'process-exporter-x', 0.4),
  ],
  threads: [
    [{ instance: 'n1', groupname: 'kubelet', threadname: 'gc' }, 0.1],
    [{ instance: 'n1', groupname: 'x', threadname: 'process-exporter' }, 0.1],
  ],
});

const names = (view: Parameters<typeof viewRows>[0]['view'], selection = everything) =>
  arrange(viewRows({ view, sumNodes: false }, data, selection), { sortBy: 'avg' }).map(
    ({ name, thread }) => (thread === '' ? name : `${name}/${thread}`),
  );

describe('views', () => {
  it.each([
    ['all', ['web', 'etcd-0', 'kubelet', 'kworker', 'irq', 'dns']],
    ['housekeeping', ['kubelet', 'kworker', 'irq']],
    ['kernel', ['kworker', 'irq']],
    ['infra', ['etcd-0', 'dns']],
    ['workload', ['web']],
    ['threads', ['kubelet/gc']],
  ] as const)('%s', (view, expected) => {
    expect(names(view)).toEqual(expected);
  });

  it('show the agent and the exporter of old when asked to', () => {
    const selection = { ...everything, withAgent: true };
    expect(names('housekeeping', selection)).toContain('host-processes-agent');
    expect(names('infra', selection)).toContain('process-exporter-x');
    expect(names('threads', selection)).toContain('x/process-exporter');
  });

  it('leave namespaces out, and count more of them as infrastructure', () => {
    const skipping = { ...everything, skippedNamespaces: ['openshift-.*', 'sh'] };
    expect(names('all', skipping)).toEqual(['web', 'kubelet', 'kworker', 'irq', 'dns']);
    expect(names('infra', { ...everything, infraNamespaces: ['s.*p'] })[0]).toBe('web');
  });

  it('give pods the class pod and their kind, groups their unit', () => {
    const rows = viewRows({ view: 'all', sumNodes: false }, data, everything);
    expect(rows.find(({ name }) => name === 'etcd-0')).toMatchObject({
      node: 'n1',
      class: 'pod',
      kind: 'infrastructure',
      namespace: 'openshift-etcd',
      unit: '',
      average: 0.75,
      p95: 0.75,
    });
    expect(rows.find(({ name }) => name === 'kubelet')).toMatchObject({
      class: 'service',
      kind: 'host',
      unit: 'kubelet.service',
      namespace: '',
    });
  });
});

describe('figures', () => {
  const rising = grid.moments.map((_, i) => i / 10);

  it('are the average, the extremes, and p95 as Prometheus interpolates it', () => {
    const [row] = viewRows(
      { view: 'housekeeping', sumNodes: false },
      gathered({ ...clock('n1', 2), groups: [group('service', 'a', rising)] }),
      everything,
    );
    expect(row).toMatchObject({ minimum: 0, maximum: 1.6 });
    expect(row?.average).toBeCloseTo(0.8, 12);
    expect(row?.p95).toBeCloseTo(1.52, 12);
  });

  it('count what was not there as zero where something was measured', () => {
    const late = rising.map((_, i) => (i < 8 ? null : 1));
    const [row] = viewRows(
      { view: 'workload', sumNodes: false },
      gathered({ pods: [pod('shop', 'late', late), pod('default', 'dns', 0.1)] }),
      everything,
    );
    expect(row).toMatchObject({ minimum: 0, maximum: 1, p95: 1 });
    expect(row?.average).toBeCloseTo(9 / 17, 12);
  });

  it('are means of what was measured, where an agent was away or began within a window', () => {
    const cpus = (cores: number) =>
      rising.map((_, i) => (i < 8 ? null : i === 8 ? cores / 2 : cores));
    const data = gathered({
      modes: [
        [{ instance: 'n1', mode: 'busy' }, cpus(1)],
        [{ instance: 'n1', mode: 'idle' }, cpus(3)],
      ],
      cpus: [[{ instance: 'n1' }, rising.map((_, i) => (i < 8 ? null : 4))]],
      groups: [group('service', 'a', cpus(1))],
    });
    const [row] = viewRows({ view: 'housekeeping', sumNodes: false }, data, everything);
    expect(row?.average).toBeCloseTo(1, 12);
    expect(row).toMatchObject({ minimum: 1, maximum: 1, p95: 1 });
  });

  it('of all nodes are those of the sum, moment by moment', () => {
    const falling = [...rising].reverse();
    const two = gathered({
      modes: [...clock('n1', 2).modes, ...clock('n2', 2).modes],
      cpus: [...clock('n1', 2).cpus, ...clock('n2', 2).cpus],
      groups: [group('service', 'a', rising), group('service', 'a', falling, 'n2')],
    });
    const rows = viewRows({ view: 'housekeeping', sumNodes: true }, two, everything);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.node).toBe('(all)');
    for (const figure of ['average', 'minimum', 'maximum', 'p95'] as const) {
      expect(rows[0]?.[figure]).toBeCloseTo(1.6, 12);
    }
  });
});

describe('the account', () => {
  const account = gathered({
    ...clock('n1', 2),
    classes: [
      [{ instance: 'n1', class: 'service' }, 0.5],
      [{ instance: 'n1', class: 'pod' }, 1.5],
    ],
    pods: [pod('openshift-etcd', 'etcd-0', 0.75), pod('shop', 'web', 0.5)],
  });

  it('adds up to the capacity, with what kubelet does not split', () => {
    const rows = viewRows({ view: 'account', sumNodes: false }, account, everything);
    const found = Object.fromEntries(rows.map((row) => [`${row.class} ${row.kind}`, row.average]));
    expect(found).toEqual({
      'service host': 0.5,
      'pod infrastructure': 0.75,
      'pod workload': 0.5,
      'pod not split': 0.25,
      'idle unused': 2,
    });
  });
});

describe('order', () => {
  const rows = viewRows(
    { view: 'housekeeping', sumNodes: false },
    gathered({
      ...clock('n1', 2),
      groups: [
        group('service', 'b', 0.00001),
        group('service', 'a', 0.9),
        group('service', 'c', 10),
      ],
    }),
    everything,
  );
  const order = (arrangement: Parameters<typeof arrange>[1]) =>
    arrange(rows, arrangement).map(({ name }) => name);

  it('is by number and not by its text, the largest first', () => {
    expect(order({ sortBy: 'max' })).toEqual(['c', 'a', 'b']);
    expect(order({ sortBy: 'name' })).toEqual(['a', 'b', 'c']);
  });

  it('has a head and a tail', () => {
    expect(order({ sortBy: 'avg', head: 1 })).toEqual(['c']);
    expect(order({ sortBy: 'avg', tail: 2 })).toEqual(['a', 'b']);
    expect(order({ sortBy: 'avg', tail: 9 })).toEqual(['c', 'a', 'b']);
  });
});
