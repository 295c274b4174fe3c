import fc from 'fast-check';
import { counter } from '../../metrics/family';
import { TextFormat } from './text-format';

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
  expect(new TextFormat().render([{ family, samples }]).toString()).toBe(
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
    new TextFormat()
      .render([
        { family: plain, samples: [{ labelValues: [], value: 2 }] },
        { family, samples: [] },
      ])
      .toString(),
  ).toBe('# HELP demo_total H.\n# TYPE demo_total counter\ndemo_total 2\n');
});

test('writes small and large numbers so that Prometheus reads them back', () => {
  const samples = [1e-6, 1e21, Infinity, -Infinity, NaN].map((value) => ({
    labelValues: ['a', String(value)],
    value,
  }));
  const values = new TextFormat()
    .render([{ family, samples }])
    .toString()
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.replace(/^.* /, ''));
  expect(values).toEqual(['0.000001', '1e+21', '+Inf', '-Inf', 'NaN']);
});

test('has room for more than was there before, in any script, and for what others rendered', () => {
  const text = new TextFormat();
  for (const count of [1, 5000, 3, 20_000]) {
    const samples = Array.from({ length: count }, (_, i) => ({
      labelValues: ['日本語 ű 🙂', String(i)],
      value: i,
    }));
    const lines = text.render([{ family, samples }], 'more 1\n').toString().trimEnd().split('\n');
    expect(lines).toHaveLength(2 + count + 1);
    expect(lines.at(-2)).toBe(
      `demo_seconds_total{class="日本語 ű 🙂",groupname="${count - 1}"} ${count - 1}`,
    );
    expect(lines.at(-1)).toBe('more 1');
  }
});

test('an exposition stays as it is while the next is made, and gives its memory to the one after', () => {
  const text = new TextFormat();
  const [first, second, third] = [1, 22, 333].map((value) =>
    text.render([{ family, samples: [{ labelValues: ['service', 'a'], value }] }]),
  );
  expect([second, third].map((one) => one?.toString().trimEnd().split(' ').at(-1))).toEqual([
    '22',
    '333',
  ]);
  expect(third?.buffer).toBe(first?.buffer);
});

describe('from one exposition to the next', () => {
  const [first, second, third] = [
    ['service', 'a'],
    ['service', 'b'],
    ['service', 'c'],
  ] as const;
  const of = (...series: (readonly [readonly string[], number])[]) => [
    { family, samples: series.map(([labelValues, value]) => ({ labelValues, value })) },
  ];
  const histories = {
    'values change': [of([first, 1], [second, 2]), of([first, 1], [second, 3])],
    'nothing changes': [of([first, 1], [second, 2]), of([first, 1], [second, 2])],
    'a series comes': [of([first, 1]), of([first, 1], [second, 1])],
    'one ends': [of([first, 1], [second, 1], [third, 1]), of([first, 1], [third, 1])],
    'the last ends': [of([first, 1], [second, 1]), of([first, 1])],
    'one takes the place of another': [of([first, 1]), of([second, 1])],
    'all are gone and come again': [of([first, 1]), of(), of([first, 2], [second, 2])],
    'label values are made anew': [of([first, 1]), of([['service', 'a'], 1])],
  };

  test.each(Object.entries(histories))('%s: the text is as if it were the first', (_, history) => {
    const text = new TextFormat();
    for (const families of history) {
      expect(text.render(families)).toEqual(new TextFormat().render(families));
    }
  });

  test('one that fails on the way leaves nothing behind in the next', () => {
    const text = new TextFormat();
    const plain = counter({ name: 'demo_total', help: 'H.', labels: [], unit: 'none' });
    const good = [
      ...of([first, 1], [second, 2]),
      { family: plain, samples: [{ labelValues: [], value: 1 }] },
    ];
    text.render(good);
    const bad = {
      labelValues: [],
      get value(): number {
        throw new Error('no value');
      },
    };
    const failing = [...of([first, 12_345], [second, 2]), { family: plain, samples: [bad] }];
    expect(() => text.render(failing)).toThrow('no value');
    // Neither when the next is without what had been rendered by then.
    for (const next of [good.slice(1), good]) {
      expect(text.render(next)).toEqual(new TextFormat().render(next));
    }
  });

  test('families come and go, series and values change: the text is as if it were the first', () => {
    const names = ['a_total', 'b_total', 'ü_total'];
    const families = names.map((name) =>
      counter({ name, help: `Of ${name}.`, labels: ['of'], unit: 'none' }),
    );
    const values = [0, 7, 1234.5];
    // The same object comes again when nothing changed, or another that says the same.
    const series = ['1', 'zwei', '日本語', '4', '5'].map((value) =>
      values.map((one) => ({ labelValues: [value], value: one })),
    );
    const samples = fc.shuffledSubarray(series).chain((some) =>
      fc.tuple(
        ...some.map((kept) =>
          fc.oneof(
            fc.constantFrom(...kept),
            fc.constantFrom(...kept).map((sample) => ({ ...sample })),
          ),
        ),
      ),
    );
    const exposition = fc.tuple(
      ...families.map((one) => fc.record({ family: fc.constant(one), samples })),
    );
    const times = fc.nat({ max: 2 });
    fc.assert(
      fc.property(fc.array(fc.tuple(exposition, times), { maxLength: 8 }), (history) => {
        const text = new TextFormat();
        for (const one of history.flatMap(([one, n]) => [one, one, one].slice(n))) {
          expect(text.render(one, 'rest 1\n')).toEqual(new TextFormat().render(one, 'rest 1\n'));
        }
      }),
      { numRuns: 100 },
    );
  });
});
