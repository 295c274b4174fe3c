import type { Exhausted, KernelCalls } from './kernel-calls';
import type { Absence, KernelFileKind, KeptFile, ReadResult } from './kernel-files';

/** A descriptor that was not used for so many passes makes room when there is none. */
const idlePasses = 4;
/** Left to everything else that needs descriptors when the system gives no more. */
const reservedDescriptors = 32;

/** Kernel files that live as long as their cgroup and have an inode of its own. */
const inodeIdentifies: ReadonlySet<KernelFileKind> = new Set(['cpu_stat', 'cgroup_procs']);

/**
 * The kernel hands out what it prints in pieces of a page, and each piece of the files that we keep is
 * shorter than this only at the end: they print one record, or records of a few bytes.
 */
const shortRead = 2048;

/** Descriptors that stay open from pass to pass, within a budget. */
export class KeptDescriptors {
  private readonly open = new Set<DescriptorFile>();
  private refused = false;
  pass = 0;

  /** @param budget how many may stay open at the most */
  constructor(
    private readonly calls: KernelCalls,
    private budget: number,
  ) {}

  get size(): number {
    return this.open.size;
  }

  /** When files had to do without a descriptor, those that nobody used for some passes are closed. */
  beginPass(): void {
    this.pass += 1;
    if (!this.refused) return;
    this.refused = false;
    for (const file of this.open) if (this.pass - file.usedInPass > idlePasses) file.close();
  }

  /** Half of the budget is for what is read seldom, as long as nobody else asks for it. */
  get hasPlenty(): boolean {
    return this.open.size < this.budget / 2;
  }

  hasRoom(): boolean {
    if (this.open.size < this.budget) return true;
    this.refused = true;
    return false;
  }

  /**
   * Opens a file. When the system has fewer descriptors for us than we were told, some are given back, and
   * from then on fewer are kept.
   */
  openFile(kind: KernelFileKind, path: string): number | Absence {
    const descriptor = this.calls.open(kind, path);
    if (descriptor !== 'exhausted') return descriptor;
    this.giveBack();
    const again: number | Absence | Exhausted = this.calls.open(kind, path);
    if (again !== 'exhausted') return again;
    return this.calls.absence(kind, path, { code: 'EMFILE' });
  }

  add(file: DescriptorFile): void {
    this.open.add(file);
  }

  delete(file: DescriptorFile): void {
    this.calls.close(file.descriptor);
    this.open.delete(file);
  }

  private giveBack(): void {
    this.budget = Math.max(1, this.open.size - reservedDescriptors);
    for (const file of this.open) {
      // There is room for the file that is being opened.
      if (this.open.size < this.budget) break;
      file.close();
    }
  }
}

/** A file that keeps its descriptor as long as there is room. */
export class DescriptorFile implements KeptFile {
  descriptor = -1;
  usedInPass = 0;
  private inode = -1;
  private wasRead = false;
  private readonly isIdentified: boolean;
  private readonly count: Record<ReadResult, number>;

  constructor(
    private readonly calls: KernelCalls,
    private readonly kept: KeptDescriptors,
    private readonly kind: KernelFileKind,
    readonly path: string,
  ) {
    this.isIdentified = inodeIdentifies.has(kind);
    this.count = calls.countOf(kind);
  }

  read(): number | Absence {
    this.usedInPass = this.kept.pass;
    // Once is no habit, except for what is read in every pass.
    if (this.descriptor < 0 && !(this.wasRead || this.isIdentified)) return this.readOnce();
    return this.readThrough(true);
  }

  readSeldom(): number | Absence {
    // Not a use: its descriptor is the first to go when others need one.
    return this.readThrough(this.kept.hasPlenty);
  }

  close(): void {
    if (this.descriptor < 0) return;
    this.kept.delete(this);
    this.descriptor = -1;
  }

  private readThrough(mayOpen: boolean): number | Absence {
    if (this.descriptor < 0) {
      if (!mayOpen || !this.kept.hasRoom()) return this.readOnce();
      const opened = this.kept.openFile(this.kind, this.path);
      if (typeof opened === 'string') return opened;
      this.descriptor = opened;
      this.kept.add(this);
      if (this.isAnother(opened)) return 'gone';
    }
    try {
      const length = this.calls.fill(this.descriptor, shortRead);
      this.count.ok += 1;
      return length;
    } catch (error) {
      const absence = this.calls.absence(this.kind, this.path, error);
      if (absence === 'gone') this.close();
      return absence;
    }
  }

  private readOnce(): number | Absence {
    this.wasRead = true;
    return readOnce(this.calls, this.kept, this.kind, this.path, shortRead, (descriptor) =>
      this.isAnother(descriptor),
    );
  }

  /** Whether the path has come to mean another file since it was read first. */
  private isAnother(descriptor: number): boolean {
    if (!this.isIdentified) return false;
    const inode = this.calls.inode(descriptor);
    if (this.inode < 0) this.inode = inode;
    return this.inode !== inode;
  }
}

/**
 * Opens a file, reads all of it into `KernelCalls.bytes`, and closes it.
 * @param isAnother whether what was opened is not what was meant
 */
export function readOnce(
  calls: KernelCalls,
  kept: KeptDescriptors,
  kind: KernelFileKind,
  path: string,
  shortBelow: number,
  isAnother: (descriptor: number) => boolean,
): number | Absence {
  const descriptor = kept.openFile(kind, path);
  if (typeof descriptor === 'string') return descriptor;
  try {
    if (isAnother(descriptor)) {
      calls.countOf(kind).gone += 1;
      return 'gone';
    }
    const length = calls.fill(descriptor, shortBelow);
    calls.countOf(kind).ok += 1;
    return length;
  } catch (error) {
    return calls.absence(kind, path, error);
  } finally {
    calls.close(descriptor);
  }
}
