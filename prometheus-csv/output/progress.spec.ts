import { Progress, type Screen } from './progress';

class Recorded implements Screen {
  text = '';
  constructor(readonly isTTY: boolean) {}
  write(text: string) {
    this.text += text;
  }
}

it('draws a bar on a terminal, and wipes it', () => {
  const screen = new Recorded(true);
  const progress = new Progress(screen, false);
  progress.show(15, 30);
  expect(screen.text).toBe(`\r${'█'.repeat(15)}${'░'.repeat(15)} 15 of 30 requests`);
  progress.clear();
  progress.clear();
  expect(screen.text.endsWith('\r\u001b[K')).toBe(true);
  expect(screen.text.split('\u001b[K')).toHaveLength(2);
});

it.each([
  [false, false],
  [true, true],
])('says nothing when a terminal is %s and quiet is %s', (isTTY, quiet) => {
  const screen = new Recorded(isTTY);
  const progress = new Progress(screen, quiet);
  progress.show(1, 2);
  progress.clear();
  expect(screen.text).toBe('');
});
