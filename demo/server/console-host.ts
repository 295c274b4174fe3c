import express, { type Express } from 'express';
import type { MachineNode } from './machine-node';
import { kubernetesApi } from './kubernetes-api';
import { notFound } from './not-found';
import { pluginFiles, type Installation } from './plugin-files';
import { prometheusProxy, tenancyProxy } from './prometheus-access';
import { hostPage } from './host-page';

export interface ConsoleHostOptions {
  /** The built page (dist/host). */
  readonly hostFolder: string;
  /** The built plugin (dist/plugin). */
  readonly pluginFolder: string;
  readonly installation: Installation;
  /** The nodes of this "cluster". */
  readonly nodes: readonly MachineNode[];
  /** Where Prometheus answers, and decides who may ask. */
  readonly prometheusUrl: string;
}

/**
 * What the console's server offers to a plugin, on this machine: the page, the plugin's files, the
 * Prometheus API behind the console's paths, and the Node objects. Paths are those of the real one.
 */
export function createConsoleHost(options: ConsoleHostOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    // As the console's server: a wrong MIME type must fail here, too.
    response.set('X-Content-Type-Options', 'nosniff');
    next();
  });
  app.use('/api/plugins/host-processes', pluginFiles(options.pluginFolder, options.installation));
  app.use('/api/prometheus', prometheusProxy(options.prometheusUrl));
  app.use('/api/prometheus-tenancy', tenancyProxy(options.prometheusUrl));
  app.use('/api/kubernetes/api/v1', kubernetesApi(options.nodes));
  app.use('/api', notFound);
  app.use(hostPage(options.hostFolder), notFound);
  return app;
}
