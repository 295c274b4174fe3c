import { parseStat } from './stat';

test('reads one row for each online CPU, and neither the sum nor other lines', () => {
  const text = `cpu  30 0 0 3000 3 0 0 0 0 0
cpu0 10 1 2 1000 3 4 5 6 0 0
cpu12 20 0 0 2000 0 0 0 0 0 0
intr 1 2 3
`;
  expect(parseStat(Buffer.from(text), Buffer.byteLength(text), '/proc/stat')).toEqual([
    { cpu: 0, idleTicks: 1000, iowaitTicks: 3, irqTicks: 4, softirqTicks: 5, stealTicks: 6 },
    { cpu: 12, idleTicks: 2000, iowaitTicks: 0, irqTicks: 0, softirqTicks: 0, stealTicks: 0 },
  ]);
});

test.each([
  ['cpu0 1 2 3\n', '/proc/stat: expected at least 8 numbers, found "cpu0 1 2 3"'],
  ['intr 1\n', '/proc/stat: expected a line "cpu0 …", found none'],
])('complains about %j', (text, message) => {
  expect(() => parseStat(Buffer.from(text), Buffer.byteLength(text), '/proc/stat')).toThrow(
    message,
  );
});
