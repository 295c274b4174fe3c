import { extremeOverTime, p95OverTime, tagged, union } from '../expression';
import { figureStep, nowWindow, sharedStepWindow } from '../resolution';
import { groupParts } from './groups';
import { podCores } from '../pod-cores';
import { question } from './question';

/** Which pods (labels `namespace`, `pod`) use the CPU: kubelet's part of the table, in our windows. */
export const pods = question({
  id: 'pods',
  about:
    'Cores used by each pod now, and their average, minimum, maximum and 95th percentile over the range.',
  kind: 'instant',
  expression: ({ node, rangeMs, scrapeIntervalMs }) => {
    const stepMs = figureStep(rangeMs, scrapeIntervalMs);
    const means = podCores(node, sharedStepWindow(rangeMs, scrapeIntervalMs));
    return union<'namespace' | 'pod' | 'part'>(
      tagged(groupParts.now, podCores(node, nowWindow(scrapeIntervalMs))),
      tagged(groupParts.average, podCores(node, rangeMs)),
      tagged(groupParts.minimum, extremeOverTime('min', means, rangeMs, stepMs)),
      tagged(groupParts.maximum, extremeOverTime('max', means, rangeMs, stepMs)),
      tagged(groupParts.p95, p95OverTime(means, rangeMs, stepMs)),
    );
  },
});
