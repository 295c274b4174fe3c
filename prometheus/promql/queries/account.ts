import { cpuSeconds, nodeCpuSeconds, nodeCpus } from '../../../metrics/hostproc';
import { aggregateBy, rate, select, sumBy, tagged, union } from '../expression';
import { is } from '../matcher';
import { nowWindow } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question } from './question';

/** Parts of the account's answer: what is used now, on average over the range, and the online CPUs. */
export const accountParts = { now: 'now', average: 'average', cpus: 'cpus' } as const;

/** How the node's CPU time divides into classes (label `class`) and modes (label `mode`). */
export const account = question({
  id: 'account',
  about:
    'Cores used by each class and spent in each mode, now and on average over the range; online CPUs.',
  kind: 'instant',
  expression: ({ node, rangeMs, scrapeIntervalMs }) => {
    const classes = select(cpuSeconds, { instance: is(node) });
    const modes = select(nodeCpuSeconds, { instance: is(node) });
    const windowMs = nowWindow(scrapeIntervalMs);
    return union<'class' | 'mode' | 'part'>(
      tagged(
        accountParts.now,
        overMeasuredTime(sumBy(['class'], rate(classes, windowMs)), node, windowMs),
      ),
      tagged(
        accountParts.average,
        overMeasuredTime(sumBy(['class'], rate(classes, rangeMs)), node, rangeMs),
      ),
      tagged(
        accountParts.now,
        overMeasuredTime(sumBy(['mode'], rate(modes, windowMs)), node, windowMs),
      ),
      tagged(
        accountParts.average,
        overMeasuredTime(sumBy(['mode'], rate(modes, rangeMs)), node, rangeMs),
      ),
      tagged(accountParts.cpus, aggregateBy('max', [], select(nodeCpus, { instance: is(node) }))),
    );
  },
});
