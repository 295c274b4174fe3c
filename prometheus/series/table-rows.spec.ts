import type { GroupRow } from './group-rows';
import type { PodRow } from './pod-rows';
import { tableRowsOf } from './table-rows';

function group(groupname: string, cpuClass: string, figures: Partial<GroupRow>): GroupRow {
  return { key: groupname, groupname, class: cpuClass, unit: 'u', ...figures };
}

const groups = [
  group('kubelet', 'service', { now: 0.5, average: 0.4 }),
  group('conmon', 'pod', { now: 1, average: 0.9, maximum: 2 }),
  group('other', 'pod', { now: 0.5, average: 0.1 }),
];
const pods: PodRow[] = [
  { namespace: 'openshift-dns', pod: 'dns', infrastructure: true, now: 0.25, average: 0.2 },
  { namespace: 'shop', pod: 'web', infrastructure: false, now: 0.75, average: 0.9, p95: 1 },
];

describe('rows of everybody', () => {
  it("are the agent's groups where kubelet tells no pods", () => {
    const rows = tableRowsOf(groups, undefined);
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['group', 'kubelet'],
      ['group', 'conmon'],
      ['group', 'other'],
    ]);
  });

  it("are kubelet's pods in the place of our groups of pods, and what they leave over", () => {
    const rows = tableRowsOf(groups, pods);
    expect(rows.map(({ kind, class: name }) => [kind, name])).toEqual([
      ['group', 'service'],
      ['pod', 'infrastructure-pod'],
      ['pod', 'workload-pod'],
      ['unsplit', 'pod'],
    ]);
    expect(rows[2]).toMatchObject({ name: 'web', namespace: 'shop', now: 0.75, p95: 1 });
    const sum = rows.reduce((total, { now = 0 }) => total + now, 0);
    expect(sum).toBe(2);
  });

  it('leave nothing below zero, and tell no extremes of a difference', () => {
    const unsplit = tableRowsOf(groups, pods).at(-1);
    expect(unsplit).toMatchObject({ now: 0.5, average: 0 });
    expect(unsplit).not.toHaveProperty('maximum');
  });
});
