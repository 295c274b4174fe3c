import { sampleValue } from './sample-value';

describe('sampleValue', () => {
  it.each([
    ['0.25', 0.25],
    ['0', 0],
    ['-1.5', -1.5],
    ['1e-05', 0.00001],
    ['NaN', null],
    ['+Inf', null],
    ['-Inf', null],
    ['', null],
  ])('reads %j as %j', (text, value) => {
    expect(sampleValue(text)).toBe(value);
  });
});
