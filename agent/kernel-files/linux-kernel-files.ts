import fs from 'node:fs';
import {
  type Absence,
  type KernelFileKind,
  kernelFileKinds,
  type KernelFiles,
  KernelFileError,
  type ReadResult,
} from './kernel-files';

const absenceOfCode: Readonly<Record<string, Absence>> = {
  ENOENT: 'gone',
  // A process that ends between open and read; a cgroup that is removed between open and read.
  ESRCH: 'gone',
  ENODEV: 'gone',
  // A thread's folder on some kernels while its process is being torn down.
  ENOTDIR: 'gone',
  EACCES: 'denied',
  EPERM: 'denied',
  // One number with two names, EOPNOTSUPP and ENOTSUP; Node.js uses the second.
  ENOTSUP: 'refused',
};

/** Reads the real kernel's files, or a fixture laid out like them. Every call is counted. */
export class LinuxKernelFiles implements KernelFiles {
  readonly counts = new Map(
    kernelFileKinds.map((kind): [KernelFileKind, Record<ReadResult, number>] => [
      kind,
      { ok: 0, gone: 0, denied: 0, refused: 0 },
    ]),
  );

  // Kernel files lie about their size, so one buffer is kept and doubled when a file fills it.
  private buffer = Buffer.allocUnsafeSlow(64 * 1024);

  read(kind: KernelFileKind, path: string): Buffer | Absence {
    let descriptor: number;
    try {
      descriptor = fs.openSync(path, 'r');
    } catch (error) {
      return this.absence(kind, path, error);
    }
    try {
      const length = this.readAll(descriptor);
      this.count(kind, 'ok');
      return this.buffer.subarray(0, length);
    } catch (error) {
      return this.absence(kind, path, error);
    } finally {
      fs.closeSync(descriptor);
    }
  }

  list(kind: KernelFileKind, path: string): string[] | Absence {
    try {
      const names: string[] = [];
      for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
        if (entry.isDirectory()) names.push(entry.name);
      }
      this.count(kind, 'ok');
      return names;
    } catch (error) {
      return this.absence(kind, path, error);
    }
  }

  inode(kind: KernelFileKind, path: string): number | Absence {
    try {
      const { ino } = fs.statSync(path);
      this.count(kind, 'ok');
      return ino;
    } catch (error) {
      return this.absence(kind, path, error);
    }
  }

  private readAll(descriptor: number): number {
    let length = 0;
    for (;;) {
      if (length === this.buffer.length) {
        const larger = Buffer.allocUnsafeSlow(this.buffer.length * 2);
        this.buffer.copy(larger);
        this.buffer = larger;
      }
      const got = fs.readSync(descriptor, this.buffer, length, this.buffer.length - length, null);
      if (got === 0) return length;
      length += got;
    }
  }

  private absence(kind: KernelFileKind, path: string, error: unknown): Absence {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const absence = absenceOfCode[code];
    if (absence === undefined) {
      throw new KernelFileError(path, `cannot be read (${code})`, {
        cause: error,
      });
    }
    this.count(kind, absence);
    return absence;
  }

  private count(kind: KernelFileKind, result: ReadResult): void {
    const counts = this.counts.get(kind);
    if (counts) counts[result] += 1;
  }
}
