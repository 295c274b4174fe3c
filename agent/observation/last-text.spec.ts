import { LastText } from './last-text';

test('is again what it was, to the last byte, and nothing before it was seen', () => {
  const last = new LastText();
  const sees = (text: string) =>
    last.isAgain(Buffer.from(`${text}, and what was read before`), text.length);
  expect(sees('')).toBe(false);
  expect(sees('')).toBe(true);
  expect(['2 (kthreadd) S 0', '2 (kthreadd) S 0', '2 (kthreadd) S 1'].map(sees)).toEqual([
    false,
    true,
    false,
  ]);
  expect(['2 (kthreadd) S', '2 (kthreadd) S 1', '2 (kthreadd) S 1'].map(sees)).toEqual([
    false,
    false,
    true,
  ]);
});

test('a text may grow', () => {
  const last = new LastText();
  const texts = [10, 10, 20, 40, 40].map((length) => Buffer.alloc(length, 'x'));
  expect(texts.map((text) => last.isAgain(text, text.length))).toEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
});
