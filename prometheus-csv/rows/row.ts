import type { Figures } from './statistics';
import type { Usage } from './usage';

/** Who used the CPU; empty where it does not apply. */
export interface Owner {
  readonly node: string;
  /** Class of the account; for the rest of a node's capacity the mode: `idle`, `iowait`, `steal`. */
  readonly class: string;
  readonly kind: 'host' | 'infrastructure' | 'workload' | 'not split' | 'unused';
  readonly unit: string;
  readonly namespace: string;
  /** Process group or pod. */
  readonly name: string;
  readonly thread: string;
}

/** An owner and its use. */
export interface OwnedUsage {
  readonly owner: Owner;
  readonly usage: Usage;
}

/** One line of an export. */
export interface Row extends Owner, Figures {}

/** In place of a node's name where all were added up. */
export const allNodes = '(all)';

export const noOwner: Owner = {
  node: '',
  class: '',
  kind: 'host',
  unit: '',
  namespace: '',
  name: '',
  thread: '',
};

/** What tells an owner from all others. */
export function keyOf(owner: Owner): string {
  const { node, class: cpuClass, kind, unit, namespace, name, thread } = owner;
  return JSON.stringify([node, cpuClass, kind, unit, namespace, name, thread]);
}
