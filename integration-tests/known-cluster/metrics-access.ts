import { Router } from 'express';
import { prometheusProxy } from '../../demo/server/prometheus-access';
import { agentNamespace } from '../known-data/formula';
import { denied } from './denied';
import { namespacePrometheus } from './namespace-prometheus';
import { personHeader, type Person } from './person';

/**
 * Prometheus as the person may ask it. Both ways of the console end here, as in one whose server runs
 * outside of a cluster: a request that names a namespace came by the one of who may view no more.
 */
export function metricsAccess(prometheusUrl: string): Router {
  const all = prometheusProxy(prometheusUrl);
  const ofNamespace = namespacePrometheus(prometheusUrl, agentNamespace);
  const router = Router();
  router.use((request, response, next) => {
    const person = (request.get(personHeader) ?? 'administrator') as Person;
    const { namespace } = request.query;
    if (namespace === undefined) {
      if (person === 'administrator') all(request, response, next);
      else denied('prometheuses', 'api')(request, response, next);
    } else {
      if (person === 'nobody') denied('pods', '')(request, response, next);
      else ofNamespace(request, response, next);
    }
  });
  return router;
}
