import { parser } from '@prometheus-io/lezer-promql';
import type { RuleGroup } from './rule-variants';

/** An expression with a namespace in every selector, as the Prometheus of user-workload monitoring has it. */
export function withNamespace(promql: string, namespace: string): string {
  const matcher = `namespace="${namespace}"`;
  const insertions: { at: number; text: string }[] = [];
  parser.parse(promql).iterate({
    enter: ({ type, node }) => {
      if (type.name !== 'VectorSelector') return;
      const matchers = node.getChild('LabelMatchers');
      if (!matchers) insertions.push({ at: node.to, text: `{${matcher}}` });
      else
        insertions.push({
          at: matchers.from + 1,
          text: matchers.firstChild ? `${matcher}, ` : matcher,
        });
    },
  });
  return insertions.reduceRight(
    (text, { at, text: inserted }) => text.slice(0, at) + inserted + text.slice(at),
    promql,
  );
}

/** Rules as prometheus-operator writes them for a Prometheus with `enforcedNamespaceLabel`. */
export function groupsInNamespace(groups: readonly RuleGroup[], namespace: string): RuleGroup[] {
  return groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({
      ...rule,
      expr: withNamespace(rule.expr, namespace),
      labels: { ...rule.labels, namespace },
    })),
  }));
}
