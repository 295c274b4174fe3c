import { parseOptions } from './options';

test('Prometheus scrapes every 15 s, quick or not', () => {
  expect(parseOptions([])).toMatchObject({ json: false, plan: { intervalSeconds: 15 } });
  expect(parseOptions(['--quick', '--json'])).toMatchObject({
    json: true,
    plan: { quick: true, intervalSeconds: 15 },
  });
});

test('refuses what it does not know', () => {
  expect(() => parseOptions(['--fast'])).toThrow('There is no option "--fast".\nUsage:');
});
