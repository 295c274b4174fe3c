import type { VectorSeries } from '../http-api/responses';
import { isInfrastructure } from '../promql/pod-cores';
import { figuresOf, type Figures } from './figures';
import { joinParts } from './join';

/** One pod of a node, by kubelet's rows of its containers. */
export interface PodRow extends Figures {
  readonly namespace: string;
  readonly pod: string;
  readonly infrastructure: boolean;
}

/** The rows of the pods question's answer, in no particular order. */
export function podRowsOf(vector: readonly VectorSeries[]): PodRow[] {
  return joinParts(vector).flatMap(({ labels: { namespace, pod }, values }): PodRow[] =>
    namespace === undefined || pod === undefined
      ? []
      : [{ namespace, pod, infrastructure: isInfrastructure(namespace), ...figuresOf(values) }],
  );
}
