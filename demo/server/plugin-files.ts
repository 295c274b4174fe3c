import express, { Router } from 'express';
import path from 'node:path';
import { notFound } from './not-found';

/** What the plugin's own server states about the installation. */
export interface Installation {
  readonly agentNamespace: string;
  readonly scrapeIntervalSeconds: number;
}

/** The built plugin as its server on a cluster offers it, and what that server states in JSON. */
export function pluginFiles(folder: string, installation: Installation): Router {
  const router = Router();
  router.get('/host-processes.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(installation);
  });
  router.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, file) => {
        if (path.basename(file) === 'plugin-manifest.json')
          response.setHeader('Cache-Control', 'no-cache');
      },
    }),
    notFound,
  );
  return router;
}
