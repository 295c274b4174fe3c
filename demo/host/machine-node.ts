import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { MachineNode } from '../server/machine-node';

/** The Node as the page hands it to a tab; the console's type names fewer facts than a Node has. */
export type NodeObject = MachineNode & K8sResourceCommon;

export interface NodeList {
  readonly items: readonly NodeObject[];
}

/** A Kubernetes quantity of memory in the words of the console's Details page. */
export function memoryText(quantity: string): string {
  const kib = Number(/^(\d+)Ki$/.exec(quantity)?.[1]);
  return Number.isFinite(kib) ? `${(kib / 1024 / 1024).toFixed(2)} GiB` : quantity;
}
