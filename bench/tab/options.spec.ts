import { parseOptions } from './options';

test('the whole cluster has 500 nodes for a day', () => {
  expect(parseOptions([])).toMatchObject({
    json: false,
    plan: { quick: false, otherNodes: 499, hours: 24, refreshes: [50, 500] },
  });
  expect(parseOptions(['--quick', '--json'])).toMatchObject({ json: true, plan: { quick: true } });
});

test('refuses what it does not know', () => {
  expect(() => parseOptions(['--fast'])).toThrow('There is no option "--fast".\nUsage:');
});
