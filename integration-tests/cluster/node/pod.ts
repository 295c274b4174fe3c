import type { PodSpec, Volume } from '../../../charts/host-processes/tests/support/manifest';
import type { ApiObject } from '../control-plane/api-client';

/** As much of a pod as a kubelet looks at. */
export interface Pod extends ApiObject {
  readonly spec: PodSpec & {
    readonly nodeName?: string;
    readonly volumes?: readonly (Volume & { readonly projected?: object })[];
  };
  readonly status: { readonly phase?: string };
}

/** One container's state in the words of Kubernetes, and whether it is ready. */
export interface ContainerState {
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed';
  readonly ready: boolean;
  readonly state:
    | { readonly waiting: { readonly reason: string; readonly message: string } }
    | { readonly running: { readonly startedAt: string } }
    | { readonly terminated: { readonly exitCode: number; readonly message: string } };
  readonly restartCount: number;
}

/** The status that a kubelet writes for a pod of one container. */
export function statusOf(
  pod: Pod,
  { phase, ready, state, restartCount }: ContainerState,
  address?: string,
): object {
  const [container] = pod.spec.containers;
  const now = new Date().toISOString();
  const condition = (type: string, isSo: boolean) => ({
    type,
    status: isSo ? 'True' : 'False',
    lastTransitionTime: now,
  });
  return {
    phase,
    startTime: now,
    // What serves nobody has no address of its own.
    ...(address !== undefined && { podIP: address, podIPs: [{ ip: address }] }),
    conditions: [
      condition('PodScheduled', true),
      condition('Initialized', true),
      condition('Ready', ready),
      condition('ContainersReady', ready),
    ],
    containerStatuses: [
      {
        name: container?.name,
        image: container?.image,
        imageID: '',
        ready,
        started: phase === 'Running',
        restartCount,
        state,
      },
    ],
  };
}

/** Its status before its container runs. */
export const waiting = (reason: string, message: string): ContainerState => ({
  phase: 'Pending',
  ready: false,
  state: { waiting: { reason, message } },
  restartCount: 0,
});
