import { parseOptions } from './options';

const sizesOf = (...args: string[]) => parseOptions(args).plan.sizes.map(({ name }) => name);

describe('the command line', () => {
  it('measures all sizes and how cost grows, every 15 s, unless told otherwise', () => {
    const { plan, json, suffix } = parseOptions([]);
    expect(plan).toMatchObject({ quick: false, growth: true, intervalSeconds: 15 });
    expect({ json, suffix }).toEqual({ json: false, suffix: '' });
    expect(sizesOf()).toEqual(['small', 'node', 'large', 'threads']);
  });

  it('measures one size, or growth alone', () => {
    expect(sizesOf('--size', 'node')).toEqual(['node']);
    expect(sizesOf('--size=large', '--json')).toEqual(['large']);
    expect(parseOptions(['--size', 'node'])).toMatchObject({
      suffix: '-node',
      plan: { growth: false },
    });
    expect(parseOptions(['--size', 'growth'])).toMatchObject({
      suffix: '-growth',
      plan: { sizes: [], growth: true },
    });
  });

  it('measures less when it is to be quick', () => {
    expect(sizesOf('--quick')).toEqual(['small', 'node']);
    expect(parseOptions(['--quick', '--size', 'node'])).toMatchObject({
      suffix: '-node-quick',
      plan: { growth: false, intervalSeconds: 5 },
    });
  });

  it('measures with every family, at any size, but not how that grows', () => {
    expect(parseOptions(['--all-families', '--size', 'node'])).toMatchObject({
      suffix: '-node-all-families',
      plan: { allFamilies: true, growth: false },
    });
    expect(parseOptions(['--all-families']).plan).toMatchObject({ growth: false });
    expect(parseOptions([]).plan.allFamilies).toBe(false);
  });

  it.each([
    [['--quik'], 'There is no option "--quik".\nUsage:'],
    [['--size'], 'expects one of small, node, large, threads, growth, found nothing.'],
    [['--size', 'huge'], 'expects one of small, node, large, threads, growth, found "huge".'],
  ])('refuses %j with status 2', (args, said) => {
    let caught: unknown;
    try {
      parseOptions(args);
    } catch (error) {
      caught = error;
    }
    expect(caught).toMatchObject({ exitStatus: 2 });
    expect((caught as Error).message).toContain(said);
  });
});
