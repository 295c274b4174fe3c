import fs from 'node:fs';
import {
  type Absence,
  type KernelFileKind,
  kernelFileKinds,
  type KernelFiles,
  KernelFileError,
  type KeptFile,
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

/** Kernel files that live as long as their cgroup and have an inode of its own. */
const inodeIdentifies: ReadonlySet<KernelFileKind> = new Set(['cpu_stat', 'cgroup_procs']);

/** One descriptor costs about 5 KiB of kernel memory that is charged to the agent. */
const defaultDescriptors = 4096;
/** A descriptor that was not used for so many passes makes room when there is none. */
const idlePasses = 4;
/** Left to everything else that needs descriptors when the system gives no more. */
const reservedDescriptors = 32;

/** Reads the real kernel's files, or a fixture laid out like them. Every call is counted. */
export class LinuxKernelFiles implements KernelFiles {
  readonly counts = new Map(
    kernelFileKinds.map((kind): [KernelFileKind, Record<ReadResult, number>] => [
      kind,
      { ok: 0, gone: 0, denied: 0, refused: 0 },
    ]),
  );
  readonly calls: Record<CountedCall, number> = { open: 0, read: 0, close: 0, stat: 0, list: 0 };

  // Kernel files lie about their size, so one buffer is kept and doubled when a file fills it.
  bytes: Buffer = Buffer.allocUnsafeSlow(64 * 1024);

  private readonly open = new Set<DescriptorFile>();
  private pass = 0;
  private refused = false;

  /** @param descriptors how many may stay open at the most */
  constructor(private descriptors = defaultDescriptors) {}

  /** How many descriptors are open between two passes. */
  get openDescriptors(): number {
    return this.open.size;
  }

  beginPass(): void {
    this.pass += 1;
    if (!this.refused) return;
    this.refused = false;
    for (const file of this.open) if (this.pass - file.usedInPass > idlePasses) file.close();
  }

  read(kind: KernelFileKind, path: string): Buffer | Absence {
    const result = this.once(kind, path, (descriptor) => this.fill(descriptor, 0));
    return typeof result === 'string' ? result : this.bytes.subarray(0, result);
  }

  keep(kind: KernelFileKind, path: string): KeptFile {
    return new DescriptorFile(this, kind, path);
  }

  list(kind: KernelFileKind, path: string): string[] | Absence {
    this.calls.list += 1;
    try {
      const names = listedPlainly.has(kind)
        ? fs.readdirSync(path)
        : fs
            .readdirSync(path, { withFileTypes: true })
            .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
      this.count(kind, 'ok');
      return names;
    } catch (error) {
      return this.absence(kind, path, error);
    }
  }

  linkCount(kind: KernelFileKind, path: string): number | Absence {
    this.calls.stat += 1;
    try {
      const { nlink } = fs.statSync(path);
      this.count(kind, 'ok');
      return nlink;
    } catch (error) {
      return this.absence(kind, path, error);
    }
  }

  entryCount(kind: KernelFileKind, path: string): number | Absence {
    this.calls.stat += 1;
    try {
      const { size } = fs.statSync(path);
      if (size > 0) {
        this.count(kind, 'ok');
        return size;
      }
    } catch (error) {
      return this.absence(kind, path, error);
    }
    const names = this.list(kind, path);
    return typeof names === 'string' ? names : names.length;
  }

  /** @internal Reads through a descriptor that stays open if there is room. */
  readKept(file: DescriptorFile, seldom: boolean): number | Absence {
    const { kind, path } = file;
    file.usedInPass = this.pass;
    if (file.descriptor < 0) {
      if (seldom || !this.hasRoom()) return this.readUnkept(file);
      // Once is no habit, except for what is read in every pass.
      if (!file.wasRead && !inodeIdentifies.has(kind)) return this.readUnkept(file);
      const opened = this.openFor(kind, path);
      if (typeof opened === 'string') return opened;
      file.descriptor = opened;
      this.open.add(file);
      if (inodeIdentifies.has(kind) && this.isAnother(file, opened)) return 'gone';
    }
    try {
      const length = this.fill(file.descriptor, shortRead);
      this.count(kind, 'ok');
      return length;
    } catch (error) {
      const absence = this.absence(kind, path, error);
      if (absence === 'gone') file.close();
      return absence;
    }
  }

  /** @internal */
  forget(file: DescriptorFile): void {
    this.calls.close += 1;
    fs.closeSync(file.descriptor);
    this.open.delete(file);
  }

  private hasRoom(): boolean {
    if (this.open.size < this.descriptors) return true;
    this.refused = true;
    return false;
  }

  private readUnkept(file: DescriptorFile): number | Absence {
    const { kind, path } = file;
    file.wasRead = true;
    return this.once(kind, path, (descriptor) => {
      if (inodeIdentifies.has(kind) && this.isAnother(file, descriptor)) return 'gone';
      return this.fill(descriptor, shortRead);
    });
  }

  /** Whether the path has come to mean another file since it was read first. */
  private isAnother(file: DescriptorFile, descriptor: number): boolean {
    this.calls.stat += 1;
    const { ino } = fs.fstatSync(descriptor);
    file.inode ??= ino;
    return file.inode !== ino;
  }

  private once(
    kind: KernelFileKind,
    path: string,
    readFrom: (descriptor: number) => number | 'gone',
  ): number | Absence {
    const descriptor = this.openFor(kind, path);
    if (typeof descriptor === 'string') return descriptor;
    try {
      const result = readFrom(descriptor);
      this.count(kind, result === 'gone' ? 'gone' : 'ok');
      return result;
    } catch (error) {
      return this.absence(kind, path, error);
    } finally {
      this.calls.close += 1;
      fs.closeSync(descriptor);
    }
  }

  private openFor(kind: KernelFileKind, path: string): number | Absence {
    this.calls.open += 1;
    try {
      return fs.openSync(path, 'r');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if ((code === 'EMFILE' || code === 'ENFILE') && this.open.size > 0) {
        this.giveBack();
        return this.openFor(kind, path);
      }
      return this.absence(kind, path, error);
    }
  }

  /** The system has fewer descriptors for us than we were told: from now on we keep fewer. */
  private giveBack(): void {
    this.descriptors = Math.max(0, this.open.size - reservedDescriptors);
    for (const file of this.open) {
      if (this.open.size <= this.descriptors) break;
      file.close();
    }
  }

  /** @param shortBelow a read of fewer bytes is the last */
  private fill(descriptor: number, shortBelow: number): number {
    let length = 0;
    for (;;) {
      if (length === this.bytes.length) {
        const larger = Buffer.allocUnsafeSlow(this.bytes.length * 2);
        this.bytes.copy(larger);
        this.bytes = larger;
      }
      this.calls.read += 1;
      const got = fs.readSync(descriptor, this.bytes, length, this.bytes.length - length, length);
      length += got;
      if (got === 0 || got < shortBelow) return length;
    }
  }

  private absence(kind: KernelFileKind, path: string, error: unknown): Absence {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const absence = absenceOfCode[code];
    if (absence === undefined) {
      throw new KernelFileError(path, `cannot be read (${code})`, { cause: error });
    }
    this.count(kind, absence);
    return absence;
  }

  private count(kind: KernelFileKind, result: ReadResult): void {
    const counts = this.counts.get(kind);
    if (counts) counts[result] += 1;
  }
}

/**
 * The kernel hands out what it prints in pieces of a page, and each piece of the files that we keep is
 * shorter than this only at the end: they print one record, or records of a few bytes.
 */
const shortRead = 2048;

class DescriptorFile implements KeptFile {
  descriptor = -1;
  inode: number | undefined;
  wasRead = false;
  usedInPass = 0;

  constructor(
    private readonly files: LinuxKernelFiles,
    readonly kind: KernelFileKind,
    readonly path: string,
  ) {}

  read(): number | Absence {
    return this.files.readKept(this, false);
  }

  readSeldom(): number | Absence {
    return this.files.readKept(this, true);
  }

  close(): void {
    if (this.descriptor < 0) return;
    this.files.forget(this);
    this.descriptor = -1;
  }
}
