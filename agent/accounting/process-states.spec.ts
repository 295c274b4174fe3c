import { processStates } from '../../metrics/namegroup';
import { countState } from './process-states';

test.each([
  ['R', 'Running'],
  ['S', 'Sleeping'],
  ['D', 'Waiting'],
  ['Z', 'Zombie'],
  ['T', 'Other'],
  ['I', 'Other'],
  ['é', 'Other'],
])('%s is %s', (letter, state) => {
  const counts = processStates.map(() => 0);
  countState(counts, letter.charCodeAt(0));
  expect(processStates.filter((_, i) => counts[i] === 1)).toEqual([state]);
});
