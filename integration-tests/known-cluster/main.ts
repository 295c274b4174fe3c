import { beginLifetime, Interrupted } from '../../demo/launcher/lifetime';
import { reportFailure } from '../../scripts/user-error';
import { tabPath } from '../journeys/tab-path';
import { consoleOptions } from './console-options';
import { clusterPort, clusterRelease, startKnownCluster } from './known-cluster';
import { nodes } from './known-nodes';

// The known cluster for a person: to look at the tab in a real console.

const lifetime = beginLifetime();
try {
  const cluster = startKnownCluster(lifetime, clusterPort);
  const { url, prometheus } = await lifetime.during(cluster);
  console.log(`The known cluster answers at ${url}. Start a console's server (bridge) with

${consoleOptions(url, clusterRelease)
  .map((option) => `  ${option}`)
  .join('\n')}

and open ${tabPath(nodes.known, { timeRange: 3_600_000, endTime: prometheus.endMs })} there. Ctrl-C ends it.`);
  await lifetime.during(new Promise<never>(() => undefined));
} catch (error) {
  if (!(error instanceof Interrupted)) reportFailure(error);
} finally {
  await lifetime.end();
}
