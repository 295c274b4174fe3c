import { counter, gauge } from './family';

// The families of process-exporter, frozen to the letter: dashboards, rules and release gates sum them.

export const namegroupCpuSeconds = counter({
  name: 'namedprocess_namegroup_cpu_seconds_total',
  help: 'CPU time used by the processes of the group; the split into user and system is an estimate of the kernel.',
  labels: ['groupname', 'mode'],
  unit: 'seconds',
});

export const namegroupNumProcs = gauge({
  name: 'namedprocess_namegroup_num_procs',
  help: 'Processes in the group.',
  labels: ['groupname'],
  unit: 'none',
});

export const namegroupNumThreads = gauge({
  name: 'namedprocess_namegroup_num_threads',
  help: 'Threads of the processes in the group.',
  labels: ['groupname'],
  unit: 'none',
});

export const namegroupThreadCpuSeconds = counter({
  name: 'namedprocess_namegroup_thread_cpu_seconds_total',
  help: 'CPU time used by the threads of the group, by thread name; (exited) is what threads used that ended unseen.',
  labels: ['groupname', 'threadname', 'mode'],
  unit: 'seconds',
});

export const namegroupMinorPageFaults = counter({
  name: 'namedprocess_namegroup_minor_page_faults_total',
  help: 'Page faults of the processes of the group that needed no reading from disk.',
  labels: ['groupname'],
  unit: 'none',
});

export const namegroupMajorPageFaults = counter({
  name: 'namedprocess_namegroup_major_page_faults_total',
  help: 'Page faults of the processes of the group that needed reading from disk.',
  labels: ['groupname'],
  unit: 'none',
});

export const namegroupMemoryBytes = gauge({
  name: 'namedprocess_namegroup_memory_bytes',
  help: 'Memory of the processes of the group: resident pages, shared ones counted for each process; address space; swapped out; with --gather-smaps also with shared pages divided among those who share them.',
  labels: ['groupname', 'memtype'],
  unit: 'bytes',
});

export const namegroupOldestStartTimeSeconds = gauge({
  name: 'namedprocess_namegroup_oldest_start_time_seconds',
  help: 'Start of the oldest process of the group, in seconds since 1970.',
  labels: ['groupname'],
  unit: 'seconds',
});

/** What process-exporter makes of the state letters R, S, D, Z and all others of proc_pid_stat(5). */
export const processStates = ['Running', 'Sleeping', 'Waiting', 'Zombie', 'Other'] as const;
export type ProcessState = (typeof processStates)[number];

export const namegroupStates = gauge({
  name: 'namedprocess_namegroup_states',
  help: 'Processes of the group by the state of their first thread; with --collector.thread-stat threads of the group by their state.',
  labels: ['groupname', 'state'],
  unit: 'none',
});

export const namegroupThreadCount = gauge({
  name: 'namedprocess_namegroup_thread_count',
  help: 'Threads of the group by thread name.',
  labels: ['groupname', 'threadname'],
  unit: 'none',
});

// Counters without _total, as process-exporter calls them.

export const scrapeErrors = counter({
  name: 'namedprocess_scrape_errors',
  help: 'Passes that failed, so that a scrape brought no metrics of processes.',
  labels: [],
  unit: 'none',
});

export const scrapeProcreadErrors = counter({
  name: 'namedprocess_scrape_procread_errors',
  help: 'How often the stat file of a process could not be read, although the process was there.',
  labels: [],
  unit: 'none',
});

export const scrapePartialErrors = counter({
  name: 'namedprocess_scrape_partial_errors',
  help: 'How often another file of a process was denied, such as its I/O; hostproc_reads_total says which.',
  labels: [],
  unit: 'none',
});
