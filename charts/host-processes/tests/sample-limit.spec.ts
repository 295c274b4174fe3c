import { Registry } from 'prom-client';
import { createAgentRegistry } from '../../../agent/exposition/agent-registry';
import { LinuxKernelFiles } from '../../../agent/kernel-files/linux-kernel-files';
import { catalog } from '../../../metrics/catalog';
import { seriesFactors } from '../../../scripts/chart/series-factors';
import { provideHelm, render, required } from './support/chart';
import { deepMerge } from './support/deep-merge';
import { ofKind } from './support/manifest';

beforeAll(provideHelm, 120_000);

async function sampleLimit(values: object): Promise<number> {
  const manifests = await render({ values: deepMerge(required, values) });
  const [monitor] = ofKind<{ spec: { sampleLimit: number } }>(manifests, 'ServiceMonitor');
  return monitor!.spec.sampleLimit;
}

describe('sampleLimit', () => {
  const { perGroup, perThread, fixed } = seriesFactors(catalog);

  it.each([
    [1, 1],
    [300, 1000],
    [1000, 1],
    [20_000, 100_000],
  ])('for %i groups and %i threads is what the families can come to', async (groups, threads) => {
    const names = { maxGroups: groups, maxThreads: threads };
    expect(await sampleLimit({ agent: { names } })).toBe(
      perGroup * groups + perThread * threads + fixed,
    );
  });

  it('may be larger', async () => {
    expect(await sampleLimit({ monitoring: { sampleLimit: 1_000_000 } })).toBe(1_000_000);
  });
});

describe('the factors', () => {
  const family = (name: string, ...labels: string[]) =>
    ({ name, labels, type: 'gauge', help: '', unit: 'none' }) as const;
  const nothing = seriesFactors([]);
  const alone = (...labels: string[]) => {
    const { perGroup, perThread, fixed } = seriesFactors([family('a', ...labels)]);
    return [perGroup, perThread, fixed - nothing.fixed];
  };

  it.each([
    [[], [0, 0, 1]],
    [['mode'], [0, 0, 4]],
    [['groupname'], [1, 0, 1]],
    [
      ['groupname', 'mode'],
      [2, 0, 2],
    ],
    [
      ['groupname', 'threadname', 'mode'],
      [4, 2, 6],
    ],
    [
      ['class', 'unit'],
      [0, 0, 259],
    ],
    [
      ['class', 'unit', 'groupname'],
      [2, 0, 777],
    ],
  ])('of a family by %j are %j', (labels, expected) => {
    expect(alone(...labels)).toEqual(expected);
  });

  it('of an unknown label must be said', () => {
    expect(() => seriesFactors([family('hostproc_new', 'colour')])).toThrow(
      'hostproc_new has the label colour: say in scripts/chart/series-factors.ts how many values it has.',
    );
  });

  it("have room for the agent's own process", async () => {
    const registry = createAgentRegistry('1.0.0', new LinuxKernelFiles(), 4096);
    const text = await registry.getMetricsAsJSON();
    const series = text.reduce((sum, { values }) => sum + values.length, 0);
    expect(registry).toBeInstanceOf(Registry);
    expect(series).toBeGreaterThan(10);
    expect(series).toBeLessThan(nothing.fixed);
  });
});
