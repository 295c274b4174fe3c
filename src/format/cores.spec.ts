import { formatAxisCores, formatCores, formatCpus, formatMillicores } from './cores';

describe('cores', () => {
  it.each([
    [0, '0'],
    [1e-9, '<0.01'],
    [0.0099, '<0.01'],
    [0.01, '0.01'],
    [0.425, '0.43'],
    [2.93, '2.93'],
    [41.2, '41.20'],
    [99.999, '100.00'],
    [100, '100.0'],
    [1234.56, '1,234.6'],
    [-0.27, '\u22120.27'],
  ])('shows %d as %s', (value, text) => {
    expect(formatCores(value, 'en')).toBe(text);
  });

  it("follows the console's language", () => {
    expect(formatCores(2.93, 'de')).toBe('2,93');
    expect(formatCores(0.001, 'de')).toBe('<0,01');
  });

  it.each([
    [3, 1, '3'],
    [10, 5, '10'],
    [0.5, 0.5, '0.5'],
    [1, 0.5, '1.0'],
    [0.25, 0.05, '0.25'],
    [0.002, 0.001, '0.002'],
    [0.3, 0.1, '0.3'],
  ])('labels the axis at %d, by %d, with %s', (value, step, text) => {
    expect(formatAxisCores(value, step, 'en')).toBe(text);
  });

  it('shows little in millicores, and CPUs whole', () => {
    expect(formatMillicores(0.0032, 'en')).toBe('3.2');
    expect(formatCpus(8, 'en')).toBe('8');
    expect(formatCpus(128, 'en')).toBe('128');
  });
});
