import { counter } from '../../metrics/family';
import { renderFamilies } from './text-format';

const family = counter({
  name: 'demo_seconds_total',
  help: 'Two\nlines with a \\.',
  labels: ['class', 'groupname'],
  unit: 'seconds',
});

test('escapes help and label values as the text format wants it', () => {
  const samples = [
    { labelValues: ['service', 'a "quoted" \\ and\nbroken'], value: 1.5 },
    { labelValues: ['pod', 'plain'], value: 0 },
  ];
  expect(renderFamilies([{ family, samples }])).toBe(
    `# HELP demo_seconds_total Two\\nlines with a \\\\.
# TYPE demo_seconds_total counter
demo_seconds_total{class="service",groupname="a \\"quoted\\" \\\\ and\\nbroken"} 1.5
demo_seconds_total{class="pod",groupname="plain"} 0
`,
  );
});

test('writes a family without labels, and leaves out one without samples', () => {
  const plain = counter({ name: 'demo_total', help: 'H.', labels: [], unit: 'none' });
  expect(
    renderFamilies([
      { family: plain, samples: [{ labelValues: [], value: 2 }] },
      { family, samples: [] },
    ]),
  ).toBe('# HELP demo_total H.\n# TYPE demo_total counter\ndemo_total 2\n');
});

test('writes small and large numbers so that Prometheus reads them back', () => {
  const samples = [1e-6, 1e21, Infinity, -Infinity, NaN].map((value) => ({
    labelValues: ['a', String(value)],
    value,
  }));
  const values = renderFamilies([{ family, samples }])
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.replace(/^.* /, ''));
  expect(values).toEqual(['0.000001', '1e+21', '+Inf', '-Inf', 'NaN']);
});
