import { groupCpuSeconds, nodeCpuSeconds } from '../../../metrics/hostproc';
import { extremeOverTime, p95OverTime, rate, select, sumBy, tagged, union } from '../expression';
import { is } from '../matcher';
import { figureStep, nowWindow, sharedStepWindow } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question } from './question';

/** Parts of the groups' answer; `busy` has no group: it is what shares are taken of. */
export const groupParts = {
  now: 'now',
  average: 'average',
  minimum: 'minimum',
  maximum: 'maximum',
  p95: 'p95',
  busy: 'busy',
} as const;

/** Which process groups (labels `class`, `unit`, `groupname`) use the CPU. */
export const groups = question({
  id: 'groups',
  about:
    'Cores used by each process group now, and their average, minimum, maximum and 95th percentile over the range; busy cores of the node now.',
  kind: 'instant',
  expression: ({ node, rangeMs, scrapeIntervalMs }) => {
    const labels = ['class', 'unit', 'groupname'] as const;
    const seconds = select(groupCpuSeconds, { instance: is(node) });
    const busySeconds = select(nodeCpuSeconds, { instance: is(node), mode: is('busy') });
    const windowMs = nowWindow(scrapeIntervalMs);
    // No moment of the range lies between two windows, however long it is.
    const stepMs = figureStep(rangeMs, scrapeIntervalMs);
    const mean = (spanMs: number) =>
      overMeasuredTime(sumBy(labels, rate(seconds, spanMs)), node, spanMs);
    const means = mean(sharedStepWindow(rangeMs, scrapeIntervalMs));
    return union<(typeof labels)[number] | 'part'>(
      tagged(groupParts.now, mean(windowMs)),
      tagged(groupParts.average, mean(rangeMs)),
      tagged(groupParts.minimum, extremeOverTime('min', means, rangeMs, stepMs)),
      tagged(groupParts.maximum, extremeOverTime('max', means, rangeMs, stepMs)),
      tagged(groupParts.p95, p95OverTime(means, rangeMs, stepMs)),
      tagged(
        groupParts.busy,
        overMeasuredTime(sumBy([], rate(busySeconds, windowMs)), node, windowMs),
      ),
    );
  },
});
