import { parseMaxOpenFiles } from './limits';

const limits = (soft: string) =>
  Buffer.from(`Limit                     Soft Limit           Hard Limit           Units
Max processes             127235               127235               processes
Max open files            ${soft.padEnd(20)} 524288               files
`);

test.each([
  ['1024', 1024],
  ['unlimited', Infinity],
])('%s', (soft, expected) => {
  expect(parseMaxOpenFiles(limits(soft))).toBe(expected);
});

test('nothing where there is no such line', () => {
  expect(parseMaxOpenFiles(Buffer.from('Limit  Soft Limit\n'))).toBeUndefined();
});
