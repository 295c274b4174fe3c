import { counter, gauge } from './family';

// Families of process-exporter that take more reads: each is exposed only when its collector is switched on.

export const namegroupReadBytes = counter({
  name: 'namedprocess_namegroup_read_bytes_total',
  help: 'Bytes that processes of the group read from storage. With --collector.io.',
  labels: ['groupname'],
  unit: 'bytes',
});

export const namegroupWriteBytes = counter({
  name: 'namedprocess_namegroup_write_bytes_total',
  help: 'Bytes that processes of the group wrote to storage. With --collector.io.',
  labels: ['groupname'],
  unit: 'bytes',
});

export const namegroupThreadIoBytes = counter({
  name: 'namedprocess_namegroup_thread_io_bytes_total',
  help: 'Bytes that threads of the group read from storage and wrote to it, by thread name. With --collector.io.',
  labels: ['groupname', 'threadname', 'iomode'],
  unit: 'bytes',
});

export const namegroupOpenFiledesc = gauge({
  name: 'namedprocess_namegroup_open_filedesc',
  help: 'Open file descriptors of the processes of the group. With --collector.descriptors.',
  labels: ['groupname'],
  unit: 'none',
});

export const namegroupWorstFdRatio = gauge({
  name: 'namedprocess_namegroup_worst_fd_ratio',
  help: 'Open file descriptors over their soft limit, of the process of the group that is nearest to it. With --collector.descriptors.',
  labels: ['groupname'],
  unit: 'none',
});

export const namegroupContextSwitches = counter({
  name: 'namedprocess_namegroup_context_switches_total',
  help: 'Context switches of the threads of the group. With --collector.context-switches.',
  labels: ['groupname', 'ctxswitchtype'],
  unit: 'none',
});

export const namegroupThreadContextSwitches = counter({
  name: 'namedprocess_namegroup_thread_context_switches_total',
  help: 'Context switches of the threads of the group, by thread name. With --collector.context-switches.',
  labels: ['groupname', 'threadname', 'ctxswitchtype'],
  unit: 'none',
});

export const namegroupThreadsWchan = gauge({
  name: 'namedprocess_namegroup_threads_wchan',
  help: 'Threads of the group by the kernel function that they wait in. With --collector.wchan.',
  labels: ['groupname', 'wchan'],
  unit: 'none',
});

export const namegroupThreadMinorPageFaults = counter({
  name: 'namedprocess_namegroup_thread_minor_page_faults_total',
  help: 'Page faults of the threads of the group that needed no reading from disk, by thread name. With --collector.thread-stat.',
  labels: ['groupname', 'threadname'],
  unit: 'none',
});

export const namegroupThreadMajorPageFaults = counter({
  name: 'namedprocess_namegroup_thread_major_page_faults_total',
  help: 'Page faults of the threads of the group that needed reading from disk, by thread name. With --collector.thread-stat.',
  labels: ['groupname', 'threadname'],
  unit: 'none',
});
