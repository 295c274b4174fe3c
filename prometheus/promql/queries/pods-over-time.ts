import { labelled, sumBy, union } from '../expression';
import { podCores } from '../pod-cores';
import { sharedStepWindow } from '../resolution';
import { question } from './question';

/** Values of the label `kind`: whose pods they are. */
export const podKinds = ['infrastructure', 'workload'] as const;

/** How kubelet splits the pods (label `kind`) through the range. */
export const podsOverTime = question({
  id: 'pods-over-time',
  about: 'Cores used by infrastructure pods and by workload pods at every step of the range.',
  kind: 'range',
  expression: ({ node, rangeMs, scrapeIntervalMs }) => {
    const windowMs = sharedStepWindow(rangeMs, scrapeIntervalMs);
    return union<'kind'>(
      ...podKinds.map((kind) => labelled('kind', kind, sumBy([], podCores(node, windowMs, kind)))),
    );
  },
});
