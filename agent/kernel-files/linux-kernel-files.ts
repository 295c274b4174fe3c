import { type CountedCall, KernelCalls } from './kernel-calls';
import type { Absence, KernelFileKind, KernelFiles, KeptFile, ReadCounts } from './kernel-files';
import { DescriptorFile, KeptDescriptors, readOnce } from './kept-descriptors';

/** One descriptor costs about 5 KiB of kernel memory that is charged to the agent. */
const defaultDescriptors = 4096;

/** Files that the kernel prints as one record, see seq_file.rst: the first read has all that there is room for. */
const oneRecord: ReadonlySet<KernelFileKind> = new Set([
  'pid_stat',
  'pid_status',
  'task_status',
  'task_stat',
  'pid_io',
  'task_io',
  'task_wchan',
  'pid_limits',
  'loadavg',
]);

/** Reads the real kernel's files, or a fixture laid out like them. */
export class LinuxKernelFiles implements KernelFiles {
  private readonly system = new KernelCalls();
  private readonly kept: KeptDescriptors;

  /** @param descriptors how many may stay open at the most */
  constructor(descriptors = defaultDescriptors) {
    this.kept = new KeptDescriptors(this.system, descriptors);
  }

  get counts(): ReadCounts {
    return this.system.counts;
  }

  /** System calls since the beginning. */
  get calls(): Readonly<Record<CountedCall, number>> {
    return this.system.made;
  }

  get bytes(): Buffer {
    return this.system.bytes;
  }

  /** How many descriptors are open between two passes. */
  get openDescriptors(): number {
    return this.kept.size;
  }

  beginPass(): void {
    this.kept.beginPass();
  }

  read(kind: KernelFileKind, path: string): Buffer | Absence {
    // Of any other length and form only a read of nothing is the end.
    const shortBelow = oneRecord.has(kind) ? Infinity : 0;
    const length = readOnce(this.system, this.kept, kind, path, shortBelow, () => false);
    return typeof length === 'string' ? length : this.bytes.subarray(0, length);
  }

  keep(kind: KernelFileKind, path: string): KeptFile {
    return new DescriptorFile(this.system, this.kept, kind, path);
  }

  list(kind: KernelFileKind, path: string): string[] | Absence {
    return this.system.list(kind, path);
  }

  linkCount(kind: KernelFileKind, path: string): number | Absence {
    return this.system.linkCount(kind, path);
  }

  entryCount(kind: KernelFileKind, path: string): number | Absence {
    return this.system.entryCount(kind, path);
  }
}
