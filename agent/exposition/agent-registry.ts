import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { buildInfo, kernelFileReads } from '../../metrics/agent';
import type { ReadCounts } from '../kernel-files/kernel-files';

/** What prom-client is good at: the agent's own process, and the few families about the agent itself. */
export function createAgentRegistry(version: string, counts: ReadCounts): Registry {
  const registry = new Registry();
  // At prom-client's own 10 ms the watching costs more than the scrapes: 0.8 % of a core.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
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
      for (const [file, results] of counts) {
        for (const [result, count] of Object.entries(results)) {
          if (count > 0) this.inc({ file, result }, count);
        }
      }
    },
  });
  return registry;
}
