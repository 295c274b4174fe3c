import { cpuClasses } from '../../metrics/hostproc';

/** What the page calls the parts of our class `pod`, once kubelet has split it. */
export const podClasses = {
  infrastructure: 'infrastructure-pod',
  workload: 'workload-pod',
  /** What kubelet's rows leave over, or all of it where there are none. */
  unsplit: 'pod',
} as const;

/** Every class that the page knows, in the order of all stacks: the platform is one block at the bottom. */
export const displayClasses: readonly string[] = [
  ...cpuClasses.filter((name) => name !== 'pod'),
  podClasses.infrastructure,
  podClasses.unsplit,
  podClasses.workload,
];

/** Whether time of a class is the host's own: anybody's but a pod's. */
export function isHostClass(name: string): boolean {
  return !Object.values<string>(podClasses).includes(name);
}

/** Whether time of a class is the platform's: the host's own, or that of its pods. */
export function isPlatformClass(name: string): boolean {
  return isHostClass(name) || name === podClasses.infrastructure;
}
