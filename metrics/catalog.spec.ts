import { catalog } from './catalog';

/** process-exporter's own names, which its users depend on. */
const isLegacy = (name: string) => name.startsWith('namedprocess_');

/** Prometheus and the ServiceMonitor own these. */
const targetLabels = [
  'namespace',
  'pod',
  'container',
  'service',
  'endpoint',
  'job',
  'instance',
  'node',
];

test.each(catalog)('$name keeps to the conventions', ({ name, type, help, labels, unit }) => {
  expect(name).toMatch(/^(hostproc|namedprocess)_[a-z_]+$/);
  expect(name.endsWith('_total')).toBe(type === 'counter');
  expect(unit === 'none' || name.includes(unit)).toBe(true);
  expect(help).toMatch(/^[A-Z].*\.$/);
  expect(labels.filter((label) => targetLabels.includes(label))).toEqual([]);
  expect(labels).not.toContain('pid');
});

test('no name stands twice', () => {
  const names = catalog.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("process-exporter's families carry exactly its labels", () => {
  const labelsOf = Object.fromEntries(
    catalog.filter(({ name }) => isLegacy(name)).map(({ name, labels }) => [name, labels]),
  );
  expect(labelsOf).toEqual({
    namedprocess_namegroup_cpu_seconds_total: ['groupname', 'mode'],
    namedprocess_namegroup_major_page_faults_total: ['groupname'],
    namedprocess_namegroup_memory_bytes: ['groupname', 'memtype'],
    namedprocess_namegroup_minor_page_faults_total: ['groupname'],
    namedprocess_namegroup_num_procs: ['groupname'],
    namedprocess_namegroup_num_threads: ['groupname'],
    namedprocess_namegroup_oldest_start_time_seconds: ['groupname'],
    namedprocess_namegroup_thread_cpu_seconds_total: ['groupname', 'threadname', 'mode'],
  });
});
