import { cpuClasses } from '../../metrics/hostproc';
import { classColour, stackRank } from './class-colour';

describe('classes in pictures', () => {
  it('have a colour of their own each, by token', () => {
    const colours = cpuClasses.map(classColour);
    expect(new Set(colours).size).toBe(cpuClasses.length);
    for (const colour of colours) {
      expect(colour).toMatch(/^var\(--pf-t--chart--color--[a-z]+--[1-5]00\)$/);
    }
  });

  it('stack in the order of the contract, unknown ones on top', () => {
    expect(cpuClasses.map(stackRank)).toEqual(cpuClasses.map((_, i) => i));
    expect(stackRank('enclave')).toBe(cpuClasses.length);
    expect(classColour('enclave')).toMatch(/^var\(--pf-t--chart/);
  });
});
