import type { RequestHandler } from 'express';

/** What a Kubernetes API answers to a path that it does not know. */
export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'the server could not find the requested resource',
    reason: 'NotFound',
    code: 404,
  });
};
