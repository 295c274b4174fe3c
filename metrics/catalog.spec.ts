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
  // process-exporter's counters of its own errors have no _total.
  const total = type === 'counter' && !name.startsWith('namedprocess_scrape_');
  expect(name.endsWith('_total')).toBe(total);
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
    namedprocess_namegroup_context_switches_total: ['groupname', 'ctxswitchtype'],
    namedprocess_namegroup_cpu_seconds_total: ['groupname', 'mode'],
    namedprocess_namegroup_major_page_faults_total: ['groupname'],
    namedprocess_namegroup_memory_bytes: ['groupname', 'memtype'],
    namedprocess_namegroup_minor_page_faults_total: ['groupname'],
    namedprocess_namegroup_num_procs: ['groupname'],
    namedprocess_namegroup_num_threads: ['groupname'],
    namedprocess_namegroup_oldest_start_time_seconds: ['groupname'],
    namedprocess_namegroup_open_filedesc: ['groupname'],
    namedprocess_namegroup_read_bytes_total: ['groupname'],
    namedprocess_namegroup_states: ['groupname', 'state'],
    namedprocess_namegroup_thread_context_switches_total: [
      'groupname',
      'threadname',
      'ctxswitchtype',
    ],
    namedprocess_namegroup_thread_count: ['groupname', 'threadname'],
    namedprocess_namegroup_thread_cpu_seconds_total: ['groupname', 'threadname', 'mode'],
    namedprocess_namegroup_thread_io_bytes_total: ['groupname', 'threadname', 'iomode'],
    namedprocess_namegroup_thread_major_page_faults_total: ['groupname', 'threadname'],
    namedprocess_namegroup_thread_minor_page_faults_total: ['groupname', 'threadname'],
    namedprocess_namegroup_threads_wchan: ['groupname', 'wchan'],
    namedprocess_namegroup_worst_fd_ratio: ['groupname'],
    namedprocess_namegroup_write_bytes_total: ['groupname'],
    namedprocess_scrape_errors: [],
    namedprocess_scrape_partial_errors: [],
    namedprocess_scrape_procread_errors: [],
  });
});
