import { coresPerUnit, formatAxisUsage, formatUsage, inCores, type Measure } from './usage';

const ofEight: Measure = { unit: 'percent', cpus: 8 };

describe('CPU use', () => {
  it.each([
    [0, '0', '0%'],
    [0.004, '<0.01', '<0.1%'],
    [0.008, '<0.01', '0.1%'],
    [2.93, '2.93', '36.6%'],
    [8, '8.00', '100.0%'],
    [-0.27, '\u22120.27', '\u22123.4%'],
  ])('shows %d cores of eight as %s or %s', (cores, inWords, percent) => {
    expect(formatUsage(cores, inCores, 'en')).toBe(inWords);
    expect(formatUsage(cores, ofEight, 'en')).toBe(percent);
  });

  it("follows the console's language", () => {
    expect(formatUsage(2.93, ofEight, 'de')).toBe('36,6\u00a0%');
  });

  it.each([
    [1.6, 0.8, '20%'],
    [0.02, 0.01, '0.3%'],
    [0.16, 0.04, '2.0%'],
  ])('labels the axis at %d cores of eight, by %d, with %s', (cores, step, text) => {
    expect(formatAxisUsage(cores, step, ofEight, 'en')).toBe(text);
  });

  it('labels an axis of cores as before', () => {
    expect(formatAxisUsage(0.25, 0.05, inCores, 'en')).toBe('0.25');
    expect([coresPerUnit(inCores), coresPerUnit(ofEight)]).toEqual([1, 0.08]);
  });
});
