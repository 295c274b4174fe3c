import { phaseFigures, samplesOf } from './samples';

const readings = [
  { atSeconds: 0, agentUsec: 0, prometheusUsec: 0 },
  { atSeconds: 1, agentUsec: 0, prometheusUsec: 20_000 },
  { atSeconds: 3, agentUsec: 50_000, prometheusUsec: 20_000 },
];

test('samples are what was used since the one before, over the time that passed', () => {
  expect(samplesOf(readings)).toEqual([
    { atSeconds: 1, agentMillicores: 0, prometheusMillicores: 20 },
    { atSeconds: 3, agentMillicores: 25, prometheusMillicores: 0 },
  ]);
});

test('a phase is what was used from its first reading to its last', () => {
  const phase = { name: 'scraped' as const, fromSeconds: 0.5, toSeconds: 3 };
  expect(phaseFigures(readings, phase)).toEqual({
    ...phase,
    agentMillicores: 25,
    prometheusMillicores: 0,
  });
  expect(() => phaseFigures(readings, { ...phase, fromSeconds: 2 })).toThrow(
    'Expected readings of scraped.',
  );
});
