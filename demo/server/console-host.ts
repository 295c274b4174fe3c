import express, { type Express } from 'express';
import type { MachineNode } from './machine-node';
import { kubernetesApi } from './kubernetes-api';
import { notFound } from './not-found';
import { pluginFiles, type Installation } from './plugin-files';
import { namespacePrometheus } from './namespace-prometheus';
import { deniedPrometheus, prometheusProxy } from './prometheus-access';
import { hostPage } from './host-page';

export interface ConsoleHostOptions {
  /** The built page (dist/host). */
  readonly hostFolder: string;
  /** The built plugin (dist/plugin). */
  readonly pluginFolder: string;
  readonly installation: Installation;
  /** The nodes of this "cluster". */
  readonly nodes: readonly MachineNode[];
  /** What the person at the page may see of Prometheus. */
  readonly prometheus:
    | { readonly kind: 'proxy'; readonly url: string }
    | { readonly kind: 'denied' }
    /** Only what carries this namespace. */
    | { readonly kind: 'namespace'; readonly url: string; readonly namespace: string };
}

/**
 * What the console's server offers to a plugin, on this machine: the page, the plugin's files, the
 * Prometheus API behind the console's path, and the Node objects. Paths and refusals are those of the
 * real one.
 */
export function createConsoleHost(options: ConsoleHostOptions): Express {
  const { prometheus } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    // As the console's server: a wrong MIME type must fail here, too.
    response.set('X-Content-Type-Options', 'nosniff');
    next();
  });
  app.use('/api/plugins/host-processes', pluginFiles(options.pluginFolder, options.installation));
  app.use(
    '/api/prometheus',
    prometheus.kind === 'proxy'
      ? prometheusProxy(prometheus.url)
      : deniedPrometheus('prometheuses', 'api'),
  );
  app.use(
    '/api/prometheus-tenancy',
    prometheus.kind === 'namespace'
      ? namespacePrometheus(prometheus.url, prometheus.namespace)
      : deniedPrometheus('pods', ''),
  );
  app.use('/api/kubernetes/api/v1', kubernetesApi(options.nodes));
  app.use('/api', notFound);
  app.use(hostPage(options.hostFolder), notFound);
  return app;
}
