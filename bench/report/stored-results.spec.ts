import { newestFirst } from './stored-results';

test('the newest results come first, and of one day a complete run; quick runs never', () => {
  const files = [
    'cost-2026-11-24.json',
    'cost-2026-11-25-node.json',
    'cost-2026-11-25.md',
    'cost-2026-11-25-quick.json',
    'cost-2026-11-25-node-quick.json',
    'cost-2026-11-25.json',
    'cost-2026-11-26-growth.json',
    'accuracy-2026-11-27.json',
  ];
  expect(newestFirst('cost', files)).toEqual([
    'cost-2026-11-26-growth',
    'cost-2026-11-25',
    'cost-2026-11-25-node',
    'cost-2026-11-24',
  ]);
});
