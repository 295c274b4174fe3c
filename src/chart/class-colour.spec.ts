import { cpuClasses } from '../../metrics/hostproc';
import { displayClasses } from '../../prometheus/series/display-class';
import { classColour, stackRank } from './class-colour';

describe('classes in pictures', () => {
  it('have a colour of their own each, by token', () => {
    const colours = displayClasses.map(classColour);
    expect(new Set(colours).size).toBe(displayClasses.length);
    for (const colour of colours) {
      expect(colour).toMatch(/^var\(--pf-t--chart--color--[a-z]+--[1-5]00\)$/);
    }
  });

  it('stack in the order of the page, unknown ones on top', () => {
    expect(displayClasses.map(stackRank)).toEqual(displayClasses.map((_, i) => i));
    expect(stackRank('enclave')).toBe(displayClasses.length);
    expect(displayClasses).toEqual(expect.arrayContaining([...cpuClasses]));
    expect(classColour('enclave')).toMatch(/^var\(--pf-t--chart/);
  });
});
