import { cpuSeconds } from '../../../metrics/hostproc';
import { rate, select, sumBy, tagged, union, type Expression } from '../expression';
import { is, isNot } from '../matcher';
import { podCores } from '../pod-cores';
import { judgedWindow, nowWindow } from '../resolution';
import { overMeasuredTime } from './measured-time';
import { question, type Question } from './question';

/** What can be judged against a reservation: `platform` is `host` and infrastructure pods. */
export type Judged = 'host' | 'platform';

/** Parts of the answer, in cores. */
export const judgedParts = { host: 'host', infrastructure: 'infrastructure' } as const;

function hostCores(node: string, windowMs: number): Expression<never> {
  const seconds = select(cpuSeconds, { instance: is(node), class: isNot('pod') });
  return overMeasuredTime(sumBy([], rate(seconds, windowMs)), node, windowMs);
}

/**
 * kubelet says how pods divide, and our class `pod` how much they used: where kubelet's rows say more,
 * because they are of slightly other moments, each gets its part of what was used.
 */
function infrastructureCores(node: string, windowMs: number): Expression<never> {
  const spanMs = Math.max(windowMs, nowWindow(0));
  const seconds = select(cpuSeconds, { instance: is(node), class: is('pod') });
  const used = overMeasuredTime(sumBy([], rate(seconds, windowMs)), node, windowMs);
  const infrastructure = sumBy([], podCores(node, spanMs, 'infrastructure'));
  const all = sumBy([], podCores(node, spanMs));
  const excess = `clamp_min(${all.promql} / (${used.promql} > 0), 1)`;
  return { promql: `(${infrastructure.promql} / ${excess})` };
}

/** The means that a reservation is judged by; `judgedAxis` says of which moments. */
export function judgedOverRange(withPods: boolean): Question<'part'> {
  return question({
    id: withPods ? 'judged' : 'judged-host',
    about: `Cores used by the host${withPods ? ' and by infrastructure pods' : ''} in means of a minute or more.`,
    kind: 'range',
    expression: ({ node, rangeMs, scrapeIntervalMs }) => {
      const windowMs = judgedWindow(rangeMs, scrapeIntervalMs);
      const host = tagged(judgedParts.host, hostCores(node, windowMs));
      if (!withPods) return host;
      const infrastructure = infrastructureCores(node, windowMs);
      return union<'part'>(host, tagged(judgedParts.infrastructure, infrastructure));
    },
  });
}
