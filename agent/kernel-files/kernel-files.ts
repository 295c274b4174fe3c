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
  'pid_schedstat',
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
  'loadavg',
  'self_fd',
  'self_limits',
  'auxv',
  'meminfo',
  'pid_io',
  'pid_fd',
  'pid_limits',
  'pid_smaps_rollup',
  'task_status',
  'task_io',
  'task_wchan',
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
  /** A file that is read pass after pass. Nothing is opened before it is read. */
  keep(kind: KernelFileKind, path: string): KeptFile;
  /** What the last `KeptFile.read` read, from its start; another buffer after a large file. */
  readonly bytes: Buffer;
  /** The names of the sub-folders of a folder, in no order; of all entries in `/proc`, where few are none. */
  list(kind: KernelFileKind, path: string): string[] | Absence;
  /**
   * The number of hard links of a folder: 2 and one for each sub-folder, see inode(7). Below 2 where the
   * file system does not count them.
   */
  linkCount(kind: KernelFileKind, path: string): number | Absence;
  /** How many entries a folder of `/proc` has; kernels since 6.2 count descriptors themselves. */
  entryCount(kind: KernelFileKind, path: string): number | Absence;
  /** A pass begins: descriptors that were not used for some passes may be given to other files. */
  beginPass(): void;
  readonly counts: ReadCounts;
}

/**
 * A file with a descriptor that stays open as long as the budget of descriptors has room for it. It goes on
 * to mean the process, thread or cgroup that it meant at first: when that is gone, so is the file, even if
 * its path has come to mean another.
 */
export interface KeptFile {
  readonly path: string;
  /**
   * Reads the file anew, from its start, into `KernelFiles.bytes`.
   * @returns how many bytes it holds
   */
  read(): number | Absence;
  /** The same for a file that is read seldom: it gets a descriptor only while there are plenty. */
  readSeldom(): number | Absence;
  /** Nobody will read it any more. */
  close(): void;
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

/** The beginning of a file, quoted, to say what was found. @param length how many bytes of the buffer are the file */
export function excerpt(bytes: Buffer, length: number): string {
  return JSON.stringify(bytes.toString('utf8', 0, Math.min(80, length)));
}
