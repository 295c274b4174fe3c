import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { LoadProcess } from '../../bench/load/load-process';
import { startAgent } from '../../demo/launcher/agent';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { startPrometheus, writeConfiguration } from '../../demo/launcher/prometheus';
import { namegroupCpuSeconds, namegroupThreadCpuSeconds } from '../../metrics/namegroup';
import { provide } from '../../scripts/parts/part';
import { prometheus } from '../../scripts/parts/prometheus';
import { askAt, type RawSeries } from './prometheus-api';

// The built agent on this machine's own processes, scraped every second by a real Prometheus with the
// rules that the chart ships (their window fitted to the interval, as the chart does).
const lifetime = beginLifetime();
const target = { instance: 'node-0', node: 'node-0', job: 'host-processes' };
let url: string;

beforeAll(async () => {
  const programs = await provide(prometheus, () => undefined);
  const agent = await startAgent(lifetime, 1);
  const folder = await writeConfiguration({
    target: agent,
    node: target.node,
    intervalSeconds: 1,
    // Not a multiple of the scrapes: some evaluations are sure to lie apart from them.
    evaluationMs: 1700,
  });
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  ({ url } = await startPrometheus(lifetime, programs.prometheus, folder));
  const load = await LoadProcess.start(undefined, 'hps-pipeline');
  lifetime.add(() => {
    process.kill(load.pid);
    return Promise.resolve();
  });
  // Its end comes with the suite's.
  load.do('live 120000000 30').catch(() => undefined);
  await sleep(25_000);
}, 180_000);
afterAll(() => lifetime.end());

const rules = [
  { record: 'namedprocess_namegroup_cpu_rate', from: namegroupCpuSeconds, labels: ['groupname'] },
  {
    record: 'namedprocess_namegroup_thread_cpu_rate',
    from: namegroupThreadCpuSeconds,
    labels: ['groupname', 'threadname'],
  },
];

/** Moments of evaluation whose window was complete then: no scrape was still being stored. */
async function settledMoments(recorded: readonly RawSeries[]): Promise<number[]> {
  const [scrapes] = await askAt(url, 'up[1m]');
  const moments = new Set(recorded.flatMap(({ values }) => values.map(([at]) => at)));
  return [...moments].filter((at) =>
    (scrapes?.values ?? []).every(([scrape]) => scrape > at || at - scrape > 0.25),
  );
}

describe.each(rules)('$record, recorded by a real Prometheus', ({ record, from, labels }) => {
  it('carries exactly its labels beside those of the target', async () => {
    const recorded = await askAt(url, record);
    expect(recorded.length).toBeGreaterThan(0);
    for (const { metric } of recorded) {
      const { __name__: name, instance, node, job, ...own } = metric;
      expect({ instance, node, job }).toEqual(target);
      expect(name).toBe(record);
      expect(Object.keys(own).sort()).toEqual(labels);
    }
  });

  it('is the rate of the raw series, summed over modes, at every evaluation', async () => {
    const recorded = await askAt(url, `${record}[15s]`);
    const moments = await settledMoments(recorded);
    expect(moments.length).toBeGreaterThan(2);
    for (const moment of moments) {
      const rate = `sum by (${labels.join(', ')}) (rate(${from.name}[4s]))`;
      const expected = await askAt(url, rate, moment);
      const shown = recorded.flatMap(({ metric, values }) =>
        values.filter(([at]) => at === moment).map(([, value]) => ({ metric, value })),
      );
      expect(shown).toHaveLength(expected.length);
      for (const { metric, values } of expected) {
        const same = shown.find((one) =>
          labels.every((label) => one.metric[label] === metric[label]),
        );
        expect(same?.value).toBeCloseTo(values[0]?.[1] ?? NaN, 10);
      }
    }
  });

  it('sees a process that works three tenths of the time', async () => {
    const [busy] = await askAt(url, `sum(${record})`);
    expect(busy?.values[0]?.[1]).toBeGreaterThan(0.1);
  });
});
