import { writtenEvery } from './label-room';

it.each([
  [['10:10 AM', '10:20 AM'], 95, 1],
  [['lun, 10:10 a. m.', 'lun, 10:20 a. m.'], 95, 2],
  [['11月23日', '11月24日'], 95, 1],
  [['11月23日(月) 10:10', '11月23日(月) 10:20'], 50, 3],
  [[], 0, 1],
])('writes %j, %d pixels apart, every %d', (labels, distance, every) => {
  expect(writtenEvery(labels, distance)).toBe(every);
});
