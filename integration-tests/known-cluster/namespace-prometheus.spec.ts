import { questions, requests } from '../../prometheus/promql/queries';
import { syntaxErrors } from '../../prometheus/promql/syntax-errors';
import { inNamespace } from './namespace-prometheus';

describe('a query in a namespace', () => {
  it.each([
    ['up', 'up{namespace="n"}'],
    ['up{}', 'up{namespace="n"}'],
    ['sum(rate(a{b="c"}[1m])) / d', 'sum(rate(a{namespace="n",b="c"}[1m])) / d{namespace="n"}'],
    ['max_over_time(timestamp(a)[1h:1m])', 'max_over_time(timestamp(a{namespace="n"})[1h:1m])'],
  ])('%s becomes %s', (query, expected) => {
    expect(inNamespace(query, 'n')).toBe(expected);
  });

  it('is refused when it asks for another', () => {
    expect(inNamespace('a{b="c", namespace="m"}', 'n')).toBeUndefined();
    expect(inNamespace('a{namespace!=""}', 'n')).toBeUndefined();
  });

  const scope = { node: 'worker-0', rangeMs: 3_600_000, scrapeIntervalMs: 15_000 };

  it.each([...questions, ...requests].map((question) => [question.id, question] as const))(
    '%s stays PromQL, or is refused because it is of pods',
    (_id, question) => {
      const { promql } = question.expression(scope);
      const query = inNamespace(promql, 'n');
      expect(query === undefined).toBe(promql.includes('container_cpu'));
      expect(syntaxErrors(query ?? promql)).toEqual([]);
    },
  );
});
