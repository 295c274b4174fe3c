import { Gauge, Registry } from 'prom-client';
import { buildInfo } from '../../metrics/agent';
import type { KernelFiles } from '../kernel-files/kernel-files';
import { registerOwnProcess } from './own-process';

/** What prom-client is good at: the agent's own process, and what never changes. */
export function createAgentRegistry(
  version: string,
  files: KernelFiles,
  pageBytes: number,
): Registry {
  const registry = new Registry();
  registerOwnProcess(registry, files, pageBytes);
  new Gauge({
    name: buildInfo.name,
    help: buildInfo.help,
    labelNames: buildInfo.labels,
    registers: [registry],
  }).set({ version, nodejs: process.version }, 1);
  return registry;
}
