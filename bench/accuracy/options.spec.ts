import { parseOptions } from './options';

describe('the command line', () => {
  it('measures as long as the targets ask, every 15 s, unless it is to be quick', () => {
    const { plan, json } = parseOptions([]);
    expect(json).toBe(false);
    expect(plan).toMatchObject({ intervalSeconds: 15, closureSeconds: 300, windowSeconds: 60 });
    expect(parseOptions(['--json', '--quick'])).toMatchObject({
      json: true,
      plan: { quick: true },
    });
  });

  it('refuses what it does not know, in one sentence and the usage', () => {
    expect(() => parseOptions(['--quik'])).toThrow('There is no option "--quik".\nUsage:');
  });
});
