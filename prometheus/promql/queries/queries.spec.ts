import { questions, requests } from '.';
import { duration } from '../duration';
import { figureStep, rangeStep, sharedStepWindow } from '../resolution';
import { syntaxErrors } from '../syntax-errors';
import { account } from './account';
import { cpuOverTime } from './cpu-over-time';
import { dataExtent } from './data-extent';
import { groups } from './groups';
import { judgedOverRange } from './judged';
import { pods } from './pods';
import { topGroupsOverTime } from './top-over-time';
import { whereabouts } from './whereabouts';

const scope = { node: 'worker-0', rangeMs: 3_600_000, scrapeIntervalMs: 15_000 };

const hour = 3_600_000;
/** Every range on offer. */
const ranges = [0.25, 0.5, 1, 3, 6, 12, 24, 48, 168, 336].map((hours) => hours * hour);

/** Means over the time that was measured in windows of this length. */
function measured(rates: string, window: string): string {
  const clock = `sum(rate(hostproc_node_cpu_seconds_total{instance="worker-0"}[${window}]))`;
  const cpus = `max(max_over_time(hostproc_node_cpus{instance="worker-0"}[${window}]))`;
  return `(${rates} / scalar((${clock} / ${cpus} < 0.95 or vector(1))))`;
}

function text(lines: string[]): string {
  return lines.join('\nor\n');
}

const all = [...questions, ...requests];

describe('questions', () => {
  it('have ids of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each(all)('$id is PromQL for any node name', ({ expression }) => {
    for (const node of ['worker-0', 'a"b', 'a\\', 'a\nb', 'x"} or vector(1) or y{a="']) {
      expect(syntaxErrors(expression({ ...scope, node }).promql)).toEqual([]);
    }
  });

  it.each(all.filter(({ id }) => id !== whereabouts.id))(
    '$id asks for nothing but the node',
    ({ expression }) => {
      const { promql } = expression(scope);
      const selectors = [...promql.matchAll(/hostproc_\w+/g)];
      const ofNode = [...promql.matchAll(/hostproc_\w+\{instance="worker-0"/g)];
      expect(ofNode).toHaveLength(selectors.length);
    },
  );

  it('account: classes and modes, now and on average, and the CPUs', () => {
    expect(account.expression(scope).promql).toBe(
      text([
        `label_replace(${measured('sum by (class)(rate(hostproc_cpu_seconds_total{instance="worker-0"}[2m]))', '2m')}, "part", "now", "", "")`,
        `label_replace(${measured('sum by (class)(rate(hostproc_cpu_seconds_total{instance="worker-0"}[1h]))', '1h')}, "part", "average", "", "")`,
        `label_replace(${measured('sum by (mode)(rate(hostproc_node_cpu_seconds_total{instance="worker-0"}[2m]))', '2m')}, "part", "now", "", "")`,
        `label_replace(${measured('sum by (mode)(rate(hostproc_node_cpu_seconds_total{instance="worker-0"}[1h]))', '1h')}, "part", "average", "", "")`,
        'label_replace(max(hostproc_node_cpus{instance="worker-0"}), "part", "cpus", "", "")',
      ]),
    );
  });

  it('cpu-over-time: windows as long as a step, where that is longer than four scrapes', () => {
    expect(cpuOverTime.expression(scope).promql).toBe(
      measured('sum by (class)(rate(hostproc_cpu_seconds_total{instance="worker-0"}[1m]))', '1m'),
    );
    expect(cpuOverTime.expression({ ...scope, rangeMs: 14 * 86_400_000 }).promql).toBe(
      measured(
        'sum by (class)(rate(hostproc_cpu_seconds_total{instance="worker-0"}[1h24m]))',
        '1h24m',
      ),
    );
  });

  it('groups: five figures by group, and the busy cores', () => {
    const now =
      'sum by (class, unit, groupname)(rate(hostproc_group_cpu_seconds_total{instance="worker-0"}[2m]))';
    const busy = 'sum(rate(hostproc_node_cpu_seconds_total{instance="worker-0",mode="busy"}[2m]))';
    expect(groups.expression(scope).promql).toBe(
      text([
        `label_replace(${measured(now, '2m')}, "part", "now", "", "")`,
        `label_replace(${measured(now.replace('[2m]', '[1h]'), '1h')}, "part", "average", "", "")`,
        `label_replace(min_over_time(${measured(now, '2m')}[1h:1m]), "part", "minimum", "", "")`,
        `label_replace(max_over_time(${measured(now, '2m')}[1h:1m]), "part", "maximum", "", "")`,
        `label_replace(quantile_over_time(0.95, ${measured(now, '2m')}[1h:1m]), "part", "p95", "", "")`,
        `label_replace(${measured(busy, '2m')}, "part", "busy", "", "")`,
      ]),
    );
  });

  it.each(ranges)('groups: in %d ms no moment lies between two windows of extremes', (rangeMs) => {
    const { promql } = groups.expression({ ...scope, rangeMs });
    const step = figureStep(rangeMs, scope.scrapeIntervalMs);
    const window = sharedStepWindow(rangeMs, scope.scrapeIntervalMs);
    expect(step).toBeLessThanOrEqual(window);
    for (const extreme of ['minimum', 'maximum', 'p95']) {
      const part = promql.split('\nor\n').find((text) => text.includes(`"${extreme}"`));
      expect(part).toContain(`[${duration(window)}])) / scalar(`);
      expect(part).toContain(`[${duration(rangeMs)}:${duration(step)}]`);
    }
  });

  const containers =
    'container_cpu_usage_seconds_total{node="worker-0",namespace!="",pod!="",container!~"|POD",id!=""}';
  const podsIn = (window: string) =>
    `sum by (namespace, pod)((rate(${containers}[${window}]) unless on (namespace, pod) (max_over_time(container_cpu_usage_seconds_total{node="worker-0",container="agent"}[${window}]) and on (namespace) max by (namespace)(max_over_time(hostproc_node_cpus{instance="worker-0"}[${window}])))))`;

  it("pods: containers' rows but the agent's, in the windows of the groups", () => {
    expect(pods.expression(scope).promql).toBe(
      text([
        `label_replace(${podsIn('2m')}, "part", "now", "", "")`,
        `label_replace(${podsIn('1h')}, "part", "average", "", "")`,
        `label_replace(min_over_time(${podsIn('2m')}[1h:1m]), "part", "minimum", "", "")`,
        `label_replace(max_over_time(${podsIn('2m')}[1h:1m]), "part", "maximum", "", "")`,
        `label_replace(quantile_over_time(0.95, ${podsIn('2m')}[1h:1m]), "part", "p95", "", "")`,
      ]),
    );
  });

  it('largest: by what they used in the whole range, pods left out', () => {
    const host = '{instance="worker-0",class!="pod"}';
    expect(topGroupsOverTime(5).expression(scope).promql).toBe(
      `(${measured(`sum by (class, unit, groupname)(rate(hostproc_group_cpu_seconds_total${host}[1m]))`, '1m')} and on (class, unit, groupname) topk(5, sum by (class, unit, groupname)(increase(hostproc_group_cpu_seconds_total${host}[1h] @ end()))))`,
    );
  });

  it('judged: means of a minute of the host, and of infrastructure pods with the right to', () => {
    const host = measured(
      'sum(rate(hostproc_cpu_seconds_total{instance="worker-0",class!="pod"}[1m]))',
      '1m',
    );
    const part = `label_replace(${host}, "part", "host", "", "")`;
    expect(judgedOverRange(false).expression(scope).promql).toBe(part);
    const [first, second] = judgedOverRange(true).expression(scope).promql.split('\nor\n');
    expect(first).toBe(part);
    expect(second).toContain('namespace=~"default|openshift|openshift-.*|kube-.*"');
  });

  it.each(all)('$id of a long name of a node still fits into an address', ({ expression }) => {
    // Proxies take 8 KB of a request's first line, and all that is around a query needs some of it.
    const node = 'ip-10-0-129-213.eu-central-1.compute.internal';
    expect(encodeURIComponent(expression({ ...scope, node }).promql).length).toBeLessThan(7_500);
  });

  const moments = 'timestamp(hostproc_node_cpu_seconds_total{instance="worker-0",mode="busy"})';

  it('data-extent: the exact last sample wins over the stepped one', () => {
    expect(dataExtent.expression(scope).promql).toBe(
      text([
        `label_replace(min(min_over_time(${moments}[1h:15s])), "part", "first", "", "")`,
        `label_replace(min(min_over_time(${moments}[1h:15s])), "part", "recent", "", "")`,
        `label_replace(max(${moments}), "part", "last", "", "")`,
        `label_replace(max(max_over_time(${moments}[1h:15s])), "part", "last", "", "")`,
      ]),
    );
  });

  it.each(ranges)('data-extent: in %d ms no data is too young to be found', (rangeMs) => {
    const { promql } = dataExtent.expression({ ...scope, rangeMs });
    const steps = [...promql.matchAll(/\[\w+:(\w+)\]/g)].map(([, step]) => step!);
    expect(steps[0]).toBe(duration(Math.min(rangeStep(rangeMs, 15_000), 300_000)));
    expect(steps[1]).toBe('15s');
  });

  it('whereabouts: other nodes that report, and data of this node within 30 days', () => {
    expect(whereabouts.expression(scope).promql).toBe(
      text([
        'label_replace(count(count by (instance)(hostproc_node_cpu_seconds_total{instance!="worker-0",mode="busy"})), "part", "nodes", "", "")',
        `label_replace(min(min_over_time(${moments}[30d:5m])), "part", "first", "", "")`,
        `label_replace(min(min_over_time(${moments}[1h:15s])), "part", "recent", "", "")`,
        `label_replace(max(${moments}), "part", "last", "", "")`,
        `label_replace(max(max_over_time(${moments}[30d:5m])), "part", "last", "", "")`,
      ]),
    );
  });
});
