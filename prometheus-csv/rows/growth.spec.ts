import { growth, ownerName } from './growth';
import { noOwner, type Row } from './row';

function row(name: string, average: number, owner: Partial<Row> = {}): Row {
  return { ...noOwner, node: 'n1', name, average, minimum: 0, maximum: 1, p95: 1, ...owner };
}

it.each([
  ['web-5d4f8b7c9d-x2x4z', 'web'],
  ['host-processes-agent-abcde', 'host-processes-agent'],
  ['backup-28391040-x2x4z', 'backup'],
  ['etcd-master-0', 'etcd-master-0'],
  ['prometheus-k8s-0', 'prometheus-k8s-0'],
])('the pod %s belongs to %s', (pod, owner) => {
  expect(ownerName(pod)).toBe(owner);
});

describe('growth', () => {
  it('is beyond the threshold in percent and not mere noise, the largest first', () => {
    const earlier = [row('a', 1), row('b', 1), row('c', 0.02), row('d', 0.5)];
    const rows = [row('a', 1.05), row('b', 1.2), row('c', 0.029), row('d', 0.9), row('new', 0.05)];
    expect(growth(earlier, rows, 10).map(({ name, before }) => [name, before])).toEqual([
      ['d', 0.5],
      ['b', 1],
      ['new', 0],
    ]);
    expect(growth(earlier, rows, 4).map(({ name }) => name)).toContain('a');
    expect(growth(earlier, rows, 10)[0]).toMatchObject({
      now: 0.9,
      change: 0.4,
      changePercent: 80,
    });
  });

  it('compares pods by their owner, all of them together', () => {
    const pod = { class: 'pod', kind: 'workload', namespace: 'shop' } as const;
    const earlier = [row('web-5d4f8b7c9d-aaaaa', 1, pod)];
    const rows = [row('web-7777777777-bbbbb', 0.6, pod), row('web-7777777777-ccccc', 0.6, pod)];
    expect(growth(earlier, rows, 10)).toEqual([
      expect.objectContaining({ name: 'web', before: 1, now: 1.2 }),
    ]);
  });
});
