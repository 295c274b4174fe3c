import { closure } from './closure';

describe('closure', () => {
  it('is what the classes own over what was busy, without unattributed', () => {
    const cores = new Map(Object.entries({ kernel: 0.1, service: 0.4, unattributed: 9 }));
    expect(closure(cores, 60, 30)).toBeCloseTo(1, 10);
  });

  it.each([0.89, 1.11])('refuses a ratio of %d, with all figures', (ratio) => {
    const cores = new Map([['service', ratio]]);
    expect(() => closure(cores, 60, 60)).toThrow(
      `ratio ${ratio.toFixed(3)}, expected 0.9 to 1.1; cores: service ${ratio.toFixed(4)}`,
    );
  });

  it('refuses a page without numbers', () => {
    expect(() => closure(new Map(), 60, 60)).toThrow('The account shows no number for any class.');
    expect(() => closure(new Map([['pod', NaN]]), 60, 60)).toThrow('no number for pod.');
  });

  it('refuses a machine that was not busy at all', () => {
    expect(() => closure(new Map([['service', 0]]), 60, 0)).toThrow('does not close');
  });
});
