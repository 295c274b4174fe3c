/**
 * Why a kernel file has no content for us: its process, thread or cgroup is gone (normal), reading is
 * denied (a missing right), or this kind of file refuses to be read here (threaded cgroups refuse
 * `cgroup.procs`, see cgroups(7)).
 */
export type Absence = 'gone' | 'denied' | 'refused';

/** The kinds of kernel files that the agent reads, named after the files in proc(5) and cgroups(7). */
export const kernelFileKinds = [
  'stat',
  'mountinfo',
  'kernel_cmdline',
  'pid_stat',
  'pid_cmdline',
  'pid_status',
  'pid_cgroup',
  'passwd',
  'pid_task',
  'task_stat',
  'cgroup_procs',
  'cpu_stat',
  'cgroup_directory',
  'proc_directory',
] as const;
export type KernelFileKind = (typeof kernelFileKinds)[number];

/** What became of a read: `ok`, or why there was nothing. */
export type ReadResult = 'ok' | Absence;

/** How often each kind of file was read, and with which result. */
export type ReadCounts = ReadonlyMap<KernelFileKind, Readonly<Record<ReadResult, number>>>;

/**
 * The agent's only way to `/proc` and to cgroups. Fixtures and simulated kernels implement it too.
 * What is neither content nor absence (EIO, for instance) throws a `KernelFileError`.
 */
export interface KernelFiles {
  /** The whole content of a file. The bytes are valid until the next read. */
  read(kind: KernelFileKind, path: string): Buffer | Absence;
  /** The inode of a folder: a cgroup that is removed and made anew under the same name gets another. */
  inode(kind: KernelFileKind, path: string): number | Absence;
  /** The names of the sub-folders of a folder, in no order. */
  list(kind: KernelFileKind, path: string): string[] | Absence;
  readonly counts: ReadCounts;
}

/** A kernel file that is there and readable, and yet could not be read or understood. */
export class KernelFileError extends Error {
  readonly path: string;

  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(`${path}: ${problem}`, options);
    this.name = 'KernelFileError';
    this.path = path;
  }
}
