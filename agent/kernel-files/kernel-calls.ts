import fs from 'node:fs';
import {
  type Absence,
  type KernelFileKind,
  kernelFileKinds,
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

/** System calls that cost something, as a benchmark or a test counts them. */
export type CountedCall = 'open' | 'read' | 'close' | 'stat' | 'list';

/** Folders of which every entry is wanted: none is asked for its type. */
const listedPlainly: ReadonlySet<KernelFileKind> = new Set([
  'proc_directory',
  'pid_task',
  'self_fd',
  'pid_fd',
]);

/** The system has no descriptor left for us, see open(2): `EMFILE`, `ENFILE`. */
export type Exhausted = 'exhausted';

/** The agent's system calls on kernel files: the one place that makes them, and counts them. */
export class KernelCalls {
  readonly counts = new Map(
    kernelFileKinds.map((kind): [KernelFileKind, Record<ReadResult, number>] => [
      kind,
      { ok: 0, gone: 0, denied: 0, refused: 0 },
    ]),
  );
  readonly made: Record<CountedCall, number> = { open: 0, read: 0, close: 0, stat: 0, list: 0 };

  // Kernel files lie about their size, so one buffer is kept and doubled when a file fills it.
  bytes: Buffer = Buffer.allocUnsafeSlow(64 * 1024);

  open(kind: KernelFileKind, path: string): number | Absence | Exhausted {
    this.made.open += 1;
    try {
      return fs.openSync(path, 'r');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EMFILE' || code === 'ENFILE') return 'exhausted';
      return this.absence(kind, path, error);
    }
  }

  /**
   * Reads a whole file from its start into `bytes`; its length.
   * @param shortBelow a read of fewer bytes, for which there was room, is the last
   * @throws what `absence` understands
   */
  fill(descriptor: number, shortBelow: number): number {
    let length = 0;
    for (;;) {
      if (length === this.bytes.length) {
        const larger = Buffer.allocUnsafeSlow(this.bytes.length * 2);
        this.bytes.copy(larger);
        this.bytes = larger;
      }
      this.made.read += 1;
      const room = this.bytes.length - length;
      const got = fs.readSync(descriptor, this.bytes, length, room, length);
      length += got;
      if (got === 0 || (got < shortBelow && got < room)) return length;
    }
  }

  /** The inode's number, see inode(7). */
  inode(descriptor: number): number {
    this.made.stat += 1;
    return fs.fstatSync(descriptor).ino;
  }

  close(descriptor: number): void {
    this.made.close += 1;
    fs.closeSync(descriptor);
  }

  list(kind: KernelFileKind, path: string): string[] | Absence {
    this.made.list += 1;
    try {
      const names = listedPlainly.has(kind)
        ? fs.readdirSync(path)
        : fs
            .readdirSync(path, { withFileTypes: true })
            .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
      this.countOf(kind).ok += 1;
      return names;
    } catch (error) {
      return this.absence(kind, path, error);
    }
  }

  linkCount(kind: KernelFileKind, path: string): number | Absence {
    this.made.stat += 1;
    try {
      const { nlink } = fs.statSync(path);
      this.countOf(kind).ok += 1;
      return nlink;
    } catch (error) {
      return this.absence(kind, path, error);
    }
  }

  entryCount(kind: KernelFileKind, path: string): number | Absence {
    this.made.stat += 1;
    try {
      const { size } = fs.statSync(path);
      if (size > 0) {
        this.countOf(kind).ok += 1;
        return size;
      }
    } catch (error) {
      return this.absence(kind, path, error);
    }
    const names = this.list(kind, path);
    return typeof names === 'string' ? names : names.length;
  }

  /** Counts why a call failed. @throws KernelFileError for what is neither gone, denied nor refused */
  absence(kind: KernelFileKind, path: string, error: unknown): Absence {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const absence = absenceOfCode[code];
    if (absence === undefined) {
      throw new KernelFileError(path, `cannot be read (${code})`, { cause: error });
    }
    this.countOf(kind)[absence] += 1;
    return absence;
  }

  /** What became of the reads of one kind of file; it goes on counting. */
  countOf(kind: KernelFileKind): Record<ReadResult, number> {
    const count = this.counts.get(kind);
    if (!count) throw new Error(`Kernel files of kind ${kind} are not counted.`);
    return count;
  }
}
