import { nodeCpuSeconds } from '../../../metrics/hostproc';
import { aggregateBy, select, tagged, union } from '../expression';
import { is, isNot } from '../matcher';
import { lookbackMs } from '../resolution';
import { extentOf, extentParts } from './data-extent';
import { question } from './question';

/** Prometheus of OpenShift keeps 15 days by default, user workload monitoring often less. */
const horizonMs = 30 * 86_400_000;

/** Asked when a range is empty: is there no agent at all, none here, or data at another time? */
export const whereabouts = question({
  id: 'whereabouts',
  about:
    'Other nodes that report at this moment, and first and last moment within 30 days with data of this node.',
  kind: 'instant',
  expression: ({ node, scrapeIntervalMs }) => {
    const elsewhere = select(nodeCpuSeconds, { instance: isNot(node), mode: is('busy') });
    return union<'part'>(
      tagged(
        extentParts.nodes,
        aggregateBy('count', [], aggregateBy('count', ['instance'], elsewhere)),
      ),
      extentOf(node, horizonMs, lookbackMs, scrapeIntervalMs),
    );
  },
});
