import { Registry } from 'prom-client';
import { LinuxKernelFiles } from '../kernel-files/linux-kernel-files';
import { registerOwnProcess } from './own-process';

async function valuesOf(registry: Registry): Promise<Record<string, number>> {
  const metrics = await registry.getMetricsAsJSON();
  return Object.fromEntries(metrics.map(({ name, values }) => [name, values[0]?.value ?? NaN]));
}

test('the figures of the process that asks', async () => {
  const registry = new Registry();
  registerOwnProcess(registry, new LinuxKernelFiles(), 4096);
  const before = await valuesOf(registry);
  const cpuBefore = process.cpuUsage();
  while (process.cpuUsage(cpuBefore).user + process.cpuUsage(cpuBefore).system < 30_000);
  const after = await valuesOf(registry);
  const rise = (name: string) => (after[name] ?? NaN) - (before[name] ?? NaN);
  expect(rise('process_cpu_seconds_total')).toBeGreaterThanOrEqual(0.03);
  expect(
    rise('process_cpu_user_seconds_total') + rise('process_cpu_system_seconds_total'),
  ).toBeCloseTo(rise('process_cpu_seconds_total'), 2);
  expect(rise('process_start_time_seconds')).toBe(0);
  expect(
    Math.abs(after.process_start_time_seconds! + process.uptime() - Date.now() / 1000),
  ).toBeLessThan(1);
  const { rss, heapTotal } = process.memoryUsage();
  expect(after.process_resident_memory_bytes! / rss).toBeCloseTo(1, 0);
  expect(after.process_virtual_memory_bytes).toBeGreaterThan(rss);
  expect(after.nodejs_heap_size_total_bytes! / heapTotal).toBeCloseTo(1, 0);
  expect(after.nodejs_heap_size_used_bytes).toBeGreaterThan(0);
  expect(after.process_open_fds).toBeGreaterThan(2);
  expect(after.process_max_fds).toBeGreaterThan(after.process_open_fds!);
  expect(after.nodejs_eventloop_lag_seconds).toBeGreaterThanOrEqual(0);
});
