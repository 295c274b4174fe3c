import express from 'express';
import path from 'node:path';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { openPage } from '../../demo/server/listen';
import { pluginFiles, type Installation } from '../../demo/server/plugin-files';
import { projectFolder } from '../../scripts/project-folder';
import { agentNamespace, otherLives, scrapeSeconds } from '../known-data/formula';
import { startKnownPrometheus, type KnownPrometheus } from '../known-data/known-prometheus';
import { kubernetes } from './kubernetes';
import { nodeObjects, nodes } from './known-nodes';
import { metricsAccess } from './metrics-access';

/** Everything that stands behind a console: nodes, the plugin's files, and metrics that are known. */
export interface KnownCluster {
  readonly url: string;
  /** Where the person's Prometheus answers. */
  readonly prometheusUrl: string;
  readonly prometheus: KnownPrometheus;
}

/** Where a console that runs already finds the cluster, on 127.0.0.1. */
export const clusterPort = Number(process.env.KNOWN_CLUSTER_PORT ?? 9100);

/** The release of OpenShift that the cluster says it is of. */
export const clusterRelease = process.env.KNOWN_CLUSTER_RELEASE ?? '4.22.0';

export const installation: Installation = { agentNamespace, scrapeIntervalSeconds: scrapeSeconds };
export const pluginFolder = path.join(projectFolder, 'dist', 'plugin');

/** Starts the cluster, on this port of 127.0.0.1 (0: any). */
export async function startKnownCluster(lifetime: Lifetime, port: number): Promise<KnownCluster> {
  const page = await openPage(port);
  lifetime.add(() => page.close());
  const prometheus = await startKnownPrometheus(lifetime, [
    { name: nodes.known },
    { name: nodes.other, lives: otherLives },
  ]);
  const app = express();
  app.disable('x-powered-by');
  app.use('/prometheus', metricsAccess(prometheus.url));
  app.use('/plugin', pluginFiles(pluginFolder, installation));
  app.use(kubernetes(nodeObjects, clusterRelease));
  page.serve(app);
  return { url: page.url, prometheusUrl: `${page.url}/prometheus`, prometheus };
}
