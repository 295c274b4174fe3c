import { labelled, sumBy, tagged, union, type Expression } from '../expression';
import { podCores } from '../pod-cores';
import { nowWindow } from '../resolution';
import { question } from './question';

/** Values of the label `kind`: whose pods they are. */
export const podKinds = ['infrastructure', 'workload'] as const;
export type PodKindName = (typeof podKinds)[number];

/** Parts of the answer. */
export const podKindParts = { now: 'now', average: 'average' } as const;

/** Cores of both kinds of pods (label `kind`) in a window, as kubelet tells them. */
export function podKindCores(node: string, windowMs: number): Expression<'kind'> {
  return union<'kind'>(
    ...podKinds.map((kind) => labelled('kind', kind, sumBy([], podCores(node, windowMs, kind)))),
  );
}

/** How kubelet splits the pods (label `kind`), in the windows of the account. */
export const podKindsNow = question({
  id: 'pod-kinds',
  about:
    'Cores used by infrastructure pods and by workload pods now and on average over the range.',
  kind: 'instant',
  expression: ({ node, rangeMs, scrapeIntervalMs }) =>
    union<'kind' | 'part'>(
      tagged(podKindParts.now, podKindCores(node, nowWindow(scrapeIntervalMs))),
      tagged(podKindParts.average, podKindCores(node, rangeMs)),
    ),
});
