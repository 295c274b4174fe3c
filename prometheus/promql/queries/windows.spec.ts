import { windowQuestions } from '.';
import { syntaxErrors } from '../syntax-errors';
import { legacyFunctions, legacyWindow } from './legacy-windows';
import { podsInWindow } from './pod-windows';
import { groupsInWindow } from './windows';

describe.each(Object.entries(windowQuestions))('%s', (_name, ask) => {
  it.each([[[]], [['worker-0', 'a"b\\c\n|.*']]])('is PromQL for the nodes %j', (nodes) => {
    expect(syntaxErrors(ask({ windowMs: 120_000, nodes }).promql)).toEqual([]);
  });
});

it('groups are asked for without pods, which kubelet tells better', () => {
  expect(groupsInWindow({ windowMs: 120_000, nodes: ['n1', 'n2'] }).promql).toBe(
    'sum by (instance, class, unit, groupname)(rate(hostproc_group_cpu_seconds_total{instance=~"n1|n2",class!="pod"}[2m]))',
  );
});

it('pods are the sum of their containers, without the pods of the agent', () => {
  expect(podsInWindow({ windowMs: 120_000, nodes: [] }).promql).toBe(
    'sum by (node, namespace, pod)((rate(container_cpu_usage_seconds_total{pod!="",container!~"|POD",id!=""}[2m]) unless on (namespace, pod) (max_over_time(container_cpu_usage_seconds_total{container="agent"}[2m]) and on (namespace) max by (namespace)(hostproc_build_info))))',
  );
});

describe("the prototype's questions", () => {
  it.each(legacyFunctions)('%s of both series', (figure) => {
    const texts = (['housekeeping', 'infra'] as const).map(
      (metric) => legacyWindow(metric, figure, 3_600_000, ['a.*', 'b"']).promql,
    );
    expect(texts).toEqual([
      `${figure}_over_time(namedprocess_namegroup_cpu_rate{groupname!="conmon"}[1h])`,
      `${figure}_over_time(pod:container_cpu_usage:sum{pod!~"process-exp.*",namespace!~"a.*|b\\""}[1h])`,
    ]);
    expect(texts.flatMap(syntaxErrors)).toEqual([]);
  });
});
