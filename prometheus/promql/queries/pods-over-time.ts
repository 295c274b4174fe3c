import { sharedStepWindow } from '../resolution';
import { podKindCores } from './pod-kinds';
import { question } from './question';

/** How kubelet splits the pods (label `kind`) through the range. */
export const podsOverTime = question({
  id: 'pods-over-time',
  about: 'Cores used by infrastructure pods and by workload pods at every step of the range.',
  kind: 'range',
  expression: ({ node, rangeMs, scrapeIntervalMs }) =>
    podKindCores(node, sharedStepWindow(rangeMs, scrapeIntervalMs)),
});
