import { parser } from '@prometheus-io/lezer-promql';

/** Where Prometheus' own grammar cannot read the text; for specs, so that no query ships unread. */
export function syntaxErrors(promql: string): string[] {
  const errors: string[] = [];
  parser.parse(promql).iterate({
    enter: (node) => {
      if (node.type.isError) {
        errors.push(`at ${node.from}: ${promql.slice(Math.max(0, node.from - 20), node.to + 20)}`);
      }
    },
  });
  return errors;
}
