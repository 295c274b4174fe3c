import { mkdirSync } from 'node:fs';
import { refusalText } from './user-error';

describe('refusalText', () => {
  it('makes one sentence of a refusal of the operating system', () => {
    let refusal: unknown;
    try {
      // Nobody may make folders in there, root included.
      mkdirSync('/sys/host-processes');
    } catch (error) {
      refusal = error;
    }
    expect(refusalText(refusal)).toMatch(
      /^Cannot mkdir \/sys\/host-processes: .+; make it writable for this user, or run as another one\.$/,
    );
  });

  it.each([
    new Error('a fault of ours'),
    undefined,
    Object.assign(new Error(), { code: 'ENOENT' }),
  ])('leaves %p to its stack', (error) => {
    expect(refusalText(error)).toBeUndefined();
  });
});
