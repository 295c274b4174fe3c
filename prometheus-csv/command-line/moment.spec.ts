import { parseDuration } from './duration';
import { parseMoment } from './moment';

const noon = Date.UTC(2026, 0, 31, 12);

it.each([
  ['now', 7],
  ['2026-01-31T12:00:00Z', noon],
  ['2026-01-31t12:00z', noon],
  ['2026-01-31 12:00', noon],
  ['2026-01-31T12:00:00', noon],
  ['2026-01-31T14:00:00+02:00', noon],
  ['2026-01-31T12:00:00.250Z', noon + 250],
  ['2026-01-31', Date.UTC(2026, 0, 31)],
  [String(noon / 1000), noon],
  [`${noon / 1000}.5`, noon + 500],
])('the moment %s', (text, ms) => {
  expect(parseMoment(text, 7)).toBe(ms);
});

it.each([
  '',
  'today',
  '12:00',
  '2026-02-31T99:00',
  '2026-1-1',
  '1',
  '-5',
  '2026-01-31T12:00:00Zulu',
])('no moment: %j', (text) => {
  expect(parseMoment(text, 7)).toBeUndefined();
});

it.each([
  ['15s', 15_000],
  ['90m', 5_400_000],
  ['1h30m', 5_400_000],
  ['2d', 172_800_000],
  ['1w', 604_800_000],
  ['500ms', 500],
])('the duration %s', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

it.each(['', '0s', '1', 'h', '1.5h', '-1h', '1h ', '99999999999999999y', '1 h'])(
  'no duration: %j',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);
