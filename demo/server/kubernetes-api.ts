import { Router } from 'express';
import type { MachineNode } from './machine-node';

/** The Node objects as a cluster's API server answers them. */
export function kubernetesApi(nodes: readonly MachineNode[]): Router {
  const router = Router();
  router.get('/nodes', (_request, response) => {
    response.json({ kind: 'NodeList', apiVersion: 'v1', metadata: {}, items: nodes });
  });
  router.get('/nodes/:name', (request, response) => {
    const { name } = request.params;
    const node = nodes.find((one) => one.metadata.name === name);
    if (node) response.json(node);
    else response.status(404).json(notFound(name));
  });
  return router;
}

function notFound(name: string) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `nodes "${name}" not found`,
    reason: 'NotFound',
    details: { name, kind: 'nodes' },
    code: 404,
  };
}
