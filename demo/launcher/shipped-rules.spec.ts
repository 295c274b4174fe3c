import { parse } from 'yaml';
import { shippedRules } from './shipped-rules';

describe('shippedRules', () => {
  it('puts the window of the demo in place of the one of the chart, in every rule', () => {
    const [rules] = shippedRules('20s');
    const { groups } = parse(rules?.text ?? '') as { groups: { rules: { expr: string }[] }[] };
    const expressions = groups.flatMap((group) => group.rules.map(({ expr }) => expr));
    expect(expressions).toEqual([
      'sum without (mode) (rate(namedprocess_namegroup_cpu_seconds_total[20s]))',
      'sum without (mode) (rate(namedprocess_namegroup_thread_cpu_seconds_total[20s]))',
    ]);
  });
});
