import { withNamespace } from './inject-namespace';

it.each([
  ['up', 'up{namespace="a"}'],
  ['up{}', 'up{namespace="a"}'],
  ['up{job="b"}', 'up{namespace="a", job="b"}'],
  ['rate(x_total[1m])', 'rate(x_total{namespace="a"}[1m])'],
  ['absent(up{job="b"})', 'absent(up{namespace="a", job="b"})'],
  [
    'a:b:c / ignoring (d) group_left () e',
    'a:b:c{namespace="a"} / ignoring (d) group_left () e{namespace="a"}',
  ],
  ['x # a comment\n > 1', 'x{namespace="a"} # a comment\n > 1'],
])('%s asks for one namespace only', (promql, expected) => {
  expect(withNamespace(promql, 'a')).toBe(expected);
});
