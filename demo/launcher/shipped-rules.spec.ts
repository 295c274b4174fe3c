import { parse } from 'yaml';
import { shippedRules } from './shipped-rules';

describe('shippedRules', () => {
  it('puts the window of the demo in place of the one of the chart, in every rule', () => {
    const files = shippedRules('20s');
    for (const { text } of files) expect(text).not.toContain('[1m]');
    const rules = files.find(({ name }) => name === 'namedprocess.yaml');
    const { groups } = parse(rules?.text ?? '') as { groups: { rules: { expr: string }[] }[] };
    const expressions = groups.flatMap((group) => group.rules.map(({ expr }) => expr));
    expect(expressions).toEqual([
      'sum without (mode) (rate(namedprocess_namegroup_cpu_seconds_total[20s]))',
      'sum without (mode) (rate(namedprocess_namegroup_thread_cpu_seconds_total[20s]))',
    ]);
  });
});
