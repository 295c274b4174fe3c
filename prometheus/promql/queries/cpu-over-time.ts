import { cpuSeconds } from '../../../metrics/hostproc';
import { rate, select, sumBy } from '../expression';
import { is } from '../matcher';
import { stepWindow } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question } from './question';

/** How each class (label `class`) used CPU through the range. */
export const cpuOverTime = question({
  id: 'cpu-over-time',
  about: 'Cores used by each class at every step of the range.',
  kind: 'range',
  expression: ({ node, rangeMs, scrapeIntervalMs }) => {
    const windowMs = stepWindow(rangeMs, scrapeIntervalMs);
    const cores = sumBy(['class'], rate(select(cpuSeconds, { instance: is(node) }), windowMs));
    return overMeasuredTime(cores, node, windowMs);
  },
});
