import { counter } from '../../metrics/family';
import {
  aggregateBy,
  belowOrOne,
  dividedBy,
  extremeOverTime,
  maxOverTime,
  rate,
  select,
  sumBy,
  tagged,
  timestamp,
  union,
} from './expression';
import { is } from './matcher';
import { syntaxErrors } from './syntax-errors';

const seconds = counter({
  name: 'test_seconds_total',
  help: 'For this spec.',
  labels: ['class', 'unit'],
  unit: 'seconds',
});

describe('expressions', () => {
  const now = rate(select(seconds, { instance: is('n') }), 60_000);

  it.each([
    [select(seconds).promql, 'test_seconds_total'],
    [now.promql, 'rate(test_seconds_total{instance="n"}[1m])'],
    [
      sumBy(['class', 'unit'], now).promql,
      'sum by (class, unit)(rate(test_seconds_total{instance="n"}[1m]))',
    ],
    [aggregateBy('count', [], select(seconds)).promql, 'count(test_seconds_total)'],
    [maxOverTime(select(seconds), 60_000).promql, 'max_over_time(test_seconds_total[1m])'],
    [
      dividedBy(now, belowOrOne(aggregateBy('sum', [], now), 0.5)).promql,
      '(rate(test_seconds_total{instance="n"}[1m]) / scalar((sum(rate(test_seconds_total{instance="n"}[1m])) < 0.5 or vector(1))))',
    ],
    [timestamp(select(seconds)).promql, 'timestamp(test_seconds_total)'],
    [
      extremeOverTime('max', now, 3_600_000, 15_000).promql,
      'max_over_time(rate(test_seconds_total{instance="n"}[1m])[1h:15s])',
    ],
    [
      tagged('now', select(seconds)).promql,
      'label_replace(test_seconds_total, "part", "now", "", "")',
    ],
    [union(select(seconds), select(seconds)).promql, 'test_seconds_total\nor\ntest_seconds_total'],
  ])('writes %s', (promql, expected) => {
    expect(promql).toBe(expected);
    expect(syntaxErrors(promql)).toEqual([]);
  });

  it('does not compile a label that the family lacks', () => {
    // @ts-expect-error groupname is no label of this family
    expect(select(seconds, { groupname: is('x') }).promql).toContain('groupname');
    // @ts-expect-error mode is no label of this family
    expect(sumBy(['mode'], now).promql).toContain('mode');
    expect(sumBy(['instance'], now).promql).toContain('instance');
  });

  it('finds text that is no PromQL', () => {
    expect(syntaxErrors('sum by (class(x)')).not.toEqual([]);
  });
});
