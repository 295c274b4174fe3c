import type { OwnedUsage, Owner } from '../../rows/row';

/** A layer of the account: its word and its place in the style sheet. */
export interface Layer {
  readonly id: string;
  readonly title: string;
  readonly holds: (owner: Owner) => boolean;
}

function ofClass(id: string, title: string): Layer {
  return { id, title, holds: (owner) => owner.class === id };
}

function ofPods(id: string, title: string, kind: Owner['kind']): Layer {
  return { id, title, holds: (owner) => owner.class === 'pod' && owner.kind === kind };
}

/** Layers from the ground up: the host, infrastructure pods (together the platform), other pods. */
export const layers: readonly Layer[] = [
  ofClass('kernel', 'Kernel threads'),
  ofClass('interrupt', 'Interrupts'),
  ofClass('service', 'Host services'),
  ofClass('host-container', 'Host containers'),
  ofClass('session', 'User sessions'),
  ofClass('runtime', 'Container runtime'),
  ofClass('agent', 'Host Processes agent'),
  ofClass('unattributed', 'Unattributed'),
  ofPods('infrastructure', 'Infrastructure pods', 'infrastructure'),
  ofPods('not-split', 'Pods, not split', 'not split'),
  ofPods('workload', 'Workload pods', 'workload'),
];

/** A layer of one node, with its use. */
export interface LayerUsage {
  readonly layer: Layer;
  readonly windows: Float64Array;
  readonly average: number;
}

/** The layers that a node has, from the ground up. */
export function layersOf(account: readonly OwnedUsage[], node: string): LayerUsage[] {
  return layers.flatMap((layer) => {
    const found = account.find(({ owner }) => owner.node === node && layer.holds(owner));
    return found ? [{ layer, ...found.usage }] : [];
  });
}
