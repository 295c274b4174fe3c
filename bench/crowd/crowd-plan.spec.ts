import { ownerOfCgroup } from '../../agent/classification/cgroup-class';
import { crowdPlan } from './crowd-plan';

const node = {
  processes: 875,
  threads: 6500,
  cgroups: 250,
  activeProcesses: 131,
  activeMsPerSecond: 2,
  processNames: 60,
  threadNames: 8,
};
const cgroupsOf = (plan: ReturnType<typeof crowdPlan>) => new Set(plan.map(({ cgroup }) => cgroup));

test('a crowd has as many processes, threads, cgroups, names and active ones as asked', () => {
  const plan = crowdPlan(node);
  expect(plan).toHaveLength(875);
  expect(plan.reduce((sum, { threads }) => sum + threads, 0)).toBe(6500);
  expect(cgroupsOf(plan).size).toBe(250);
  expect(new Set(plan.map(({ name }) => name)).size).toBe(60);
  expect(plan.filter(({ active }) => active)).toHaveLength(131);
});

test('active processes sit together: most cgroups have none', () => {
  const active = cgroupsOf(crowdPlan(node).filter((process) => process.active));
  expect(active.size).toBe(50);
});

test.each([0, 1, 400, 875])('%i of 875 can be active', (activeProcesses) => {
  const plan = crowdPlan({ ...node, activeProcesses });
  expect(plan.filter(({ active }) => active)).toHaveLength(activeProcesses);
});

test('one process in one cgroup may have all threads', () => {
  const one = { ...node, processes: 1, threads: 50_000, cgroups: 1, activeProcesses: 1 };
  expect(crowdPlan(one)).toMatchObject([{ threads: 50_000, active: true }]);
});

test('its cgroups are services, pods and monitors to the agent, wherever the crowd sits', () => {
  const paths = [...cgroupsOf(crowdPlan(node))];
  const owners = paths.map((path) => ownerOfCgroup(`/hp-bench-1.slice/crowd.slice/${path}`));
  const count = (cpuClass: string) => owners.filter((one) => one.cpuClass === cpuClass).length;
  expect([count('service'), count('pod'), count('runtime')]).toEqual([84, 150, 16]);
});
