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
