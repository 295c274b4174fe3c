import { parser } from '@prometheus-io/lezer-promql';
import { Router } from 'express';
import { quoted } from '../../prometheus/promql/matcher';
import { denied } from './denied';

/**
 * A query with `namespace="…"` in every selector, as prom-label-proxy writes it; undefined for one that
 * asks for another namespace, which the proxy refuses.
 */
export function inNamespace(query: string, namespace: string): string | undefined {
  const inserts: { at: number; text: string }[] = [];
  const conflicts: string[] = [];
  parser.parse(query).iterate({
    enter: ({ name, node, to }) => {
      if (name === 'VectorSelector') {
        const matchers = node.getChild('LabelMatchers');
        const text = `namespace=${quoted(namespace)}`;
        if (matchers === null) inserts.push({ at: to, text: `{${text}}` });
        else {
          const separator = matchers.firstChild ? ',' : '';
          inserts.push({ at: matchers.from + 1, text: `${text}${separator}` });
        }
      }
      if (name === 'LabelMatchers') {
        conflicts.push(...(/[{,]\s*namespace\s*[=!]/.exec(query.slice(node.from, to)) ?? []));
      }
    },
  });
  if (conflicts.length > 0) return undefined;
  return inserts
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), query);
}

/**
 * Prometheus behind the tenancy proxy, for who may view one namespace and no more: others are
 * refused, and every selector gets the namespace.
 */
export function namespacePrometheus(url: string, namespace: string): Router {
  const router = Router();
  router.get(['/api/v1/query', '/api/v1/query_range'], async (request, response) => {
    const params = new URLSearchParams(request.url.split('?')[1]);
    if (params.get('namespace') !== namespace) {
      denied('pods', '')(request, response, () => undefined);
      return;
    }
    const query = inNamespace(params.get('query') ?? '', namespace);
    if (query === undefined) {
      response.status(400).json({ status: 'error', errorType: 'bad_data', error: 'conflict' });
      return;
    }
    params.set('query', query);
    params.delete('namespace');
    const answer = await fetch(`${url}${request.path}?${params.toString()}`);
    response
      .status(answer.status)
      .type('application/json')
      .send(await answer.text());
  });
  return router;
}
