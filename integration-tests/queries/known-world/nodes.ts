import { always } from './clock';
import type { Node, Use } from './node';

/** A name as people may give one: it has to be escaped wherever it is asked for. */
export const quotedName = 'a "quoted\\ name';

/** More than any chart shows: `job-01.service` uses 0.001 cores, `job-16.service` 0.016; together 0.136. */
const jobs = Array.from({ length: 16 }, (_, i): Use => {
  const name = `job-${String(i + 1).padStart(2, '0')}`;
  const cores = always(0.001 * (i + 1));
  // Before the hour the smallest was large.
  const course = i === 0 ? { ...cores, before: 1 } : cores;
  return { class: 'service', unit: `${name}.service`, groupname: name, cores: course };
});

/**
 * The node that is asked about. The host uses 1.936 cores in the first half of the hour, 2.061 in the second
 * and 3.061 in the burst; pods 1.5, 2 and 3, and 1.4 in the last two minutes.
 */
const asked: Node = {
  name: 'worker.0',
  cpus: { before: 8, first: 7, second: 7 },
  modes: {
    cgroup2: { before: 0, first: 0, second: 1 },
    'process-only': { before: 1, first: 1, second: 0 },
    'cgroups-only': always(0),
  },
  allocatable: { before: 7, first: 6.5, second: 6 },
  reserved: { 'systemd.cpu_affinity': 2, 'tuned.non_isolcpus': 3 },
  restarts: true,
  uses: [
    {
      class: 'kernel',
      unit: 'kworker',
      groupname: 'kworker',
      cores: { before: 0.5, first: 0.25, second: 0.5 },
    },
    {
      class: 'service',
      unit: 'kubelet.service',
      groupname: 'kubelet',
      cores: { before: 1, first: 0.5, second: 1, burst: 2 },
    },
    { class: 'service', unit: 'kubelet.service', groupname: '(exited)', cores: always(0.125) },
    {
      class: 'service',
      unit: 'crio.service',
      groupname: quotedName,
      cores: { before: 0.5, first: 0.375, second: 0.25 },
    },
    // Large in the hour, and nothing now.
    {
      class: 'service',
      unit: 'backup.service',
      groupname: 'backup',
      cores: { before: 0, first: 0.5, second: 0 },
    },
    ...jobs,
    {
      class: 'unattributed',
      unit: '(unattributed)',
      groupname: '(unattributed)',
      cores: always(0.05),
    },
    {
      class: 'pod',
      unit: 'kubepods-burstable.slice',
      groupname: 'conmon',
      cores: { before: 2.5, first: 1.5, second: 2, burst: 3, last: 1.4 },
    },
  ],
};

/** Another one, whose name `worker.0` matches where it is taken for a regular expression. */
const other: Node = {
  name: 'worker-0',
  cpus: always(4),
  modes: { cgroup2: always(0), 'process-only': always(0), 'cgroups-only': always(1) },
  uses: [
    { class: 'kernel', unit: 'kworker', groupname: 'kworker', cores: always(0.25) },
    { class: 'service', unit: 'kubelet.service', groupname: 'kubelet', cores: always(0.75) },
    { class: 'pod', unit: 'kubepods-burstable.slice', groupname: 'conmon', cores: always(0.4) },
  ],
};

/** A third one, with an agent from 31:25 to 69:55 only. */
const gone: Node = {
  name: 'gone.0',
  cpus: always(2),
  modes: { cgroup2: always(1), 'process-only': always(0), 'cgroups-only': always(0) },
  lives: [126, 280],
  uses: [{ class: 'service', unit: 'kubelet.service', groupname: 'kubelet', cores: always(0.5) }],
};

export const nodes = { asked, other, gone } as const;
