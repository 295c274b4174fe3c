import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { buildInfo, kernelFileReads } from '../../metrics/agent';
import type { KernelFiles } from '../kernel-files/kernel-files';

/** Counting thousands of kept descriptors takes as long as reading through hundreds of them. */
const countDescriptorsEveryMs = 60_000;

/** What prom-client is good at: the agent's own process, and the few families about the agent itself. */
export function createAgentRegistry(version: string, files: KernelFiles): Registry {
  const registry = new Registry();
  // At prom-client's own 10 ms the watching costs more than the scrapes: 0.8 % of a core.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  replaceOpenFds(registry, files);
  new Gauge({
    name: buildInfo.name,
    help: buildInfo.help,
    labelNames: buildInfo.labels,
    registers: [registry],
  }).set({ version, nodejs: process.version }, 1);
  new Counter({
    name: kernelFileReads.name,
    help: kernelFileReads.help,
    labelNames: kernelFileReads.labels,
    registers: [registry],
    collect() {
      // prom-client's counters have no `set`: from zero to the total within one synchronous step.
      this.reset();
      for (const [file, results] of files.counts) {
        for (const [result, count] of Object.entries(results)) {
          if (count > 0) this.inc({ file, result }, count);
        }
      }
    },
  });
  return registry;
}

/** prom-client's own counts anew at every scrape. */
function replaceOpenFds(registry: Registry, files: KernelFiles): void {
  const name = 'process_open_fds';
  registry.removeSingleMetric(name);
  let countedAtMs = -Infinity;
  new Gauge({
    name,
    help: 'Number of open file descriptors.',
    registers: [registry],
    collect() {
      const nowMs = performance.now();
      if (nowMs - countedAtMs < countDescriptorsEveryMs) return;
      countedAtMs = nowMs;
      const descriptors = files.list('self_fd', '/proc/self/fd');
      // One of them is the listing's own.
      if (typeof descriptors !== 'string') this.set(descriptors.length - 1);
    },
  });
}
