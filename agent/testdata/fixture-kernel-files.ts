import path from 'node:path';
import {
  type Absence,
  type KernelFileKind,
  type KernelFiles,
  KernelFileError,
  type KeptFile,
} from '../kernel-files/kernel-files';
import { LinuxKernelFiles } from '../kernel-files/linux-kernel-files';

/** Errors that a kernel file can answer with, beside those that the fixture on disk causes by itself. */
export type Fault = 'ESRCH' | 'ENODEV' | 'EACCES' | 'EIO' | 'ENOTSUP';

const machine = path.join(import.meta.dirname, 'machine');

/**
 * A machine on disk, at one of its moments (`0s`, `15s`): mount it at `/proc` and `/cgroup`.
 * Faults are given by path, as the agent asks for it.
 */
export class FixtureKernelFiles implements KernelFiles {
  moment = '0s';
  readonly faults = new Map<string, Fault>();
  private readonly disk = new LinuxKernelFiles();

  get counts() {
    return this.disk.counts;
  }

  read(kind: KernelFileKind, file: string): Buffer | Absence {
    return this.fault(file) ?? this.disk.read(kind, this.onDisk(file));
  }

  list(kind: KernelFileKind, folder: string): string[] | Absence {
    const names = this.fault(folder) ?? this.disk.list(kind, this.onDisk(folder));
    return typeof names === 'string' ? names : names.sort();
  }

  bytes: Buffer = Buffer.alloc(0);

  /** Reads the file of the moment: a descriptor would stay with the first. */
  keep(kind: KernelFileKind, file: string): KeptFile {
    const read = () => {
      const bytes = this.read(kind, file);
      if (typeof bytes === 'string') return bytes;
      this.bytes = bytes;
      return bytes.length;
    };
    return { path: file, read, readSeldom: read, close: () => undefined };
  }

  /** Counted anew: not every file system counts links as the kernel's own do. */
  linkCount(kind: KernelFileKind, folder: string): number | Absence {
    const names = this.list(kind, folder);
    return typeof names === 'string' ? names : 2 + names.length;
  }

  /** Counted: the size of a folder on disk is another thing. */
  entryCount(kind: KernelFileKind, folder: string): number | Absence {
    const names = this.list(kind, folder);
    return typeof names === 'string' ? names : names.length;
  }

  beginPass(): void {
    this.disk.beginPass();
  }

  private onDisk(file: string): string {
    return path.join(machine, this.moment, file);
  }

  private fault(file: string): Absence | undefined {
    switch (this.faults.get(file)) {
      case undefined:
        return undefined;
      case 'ESRCH':
      case 'ENODEV':
        return 'gone';
      case 'EACCES':
        return 'denied';
      case 'ENOTSUP':
        return 'refused';
      case 'EIO':
        throw new KernelFileError(file, 'cannot be read (EIO)');
    }
  }
}
