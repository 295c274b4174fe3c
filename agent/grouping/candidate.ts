import type { ProcessReading } from '../observation/observation';
import { exeBase } from './exe-base';
import type { ProcessDetails, StartTime } from './process-details';

/** A process that rules are tried on. What costs a read is asked for at most once, and only when needed. */
export class Candidate {
  /** Without the empty arguments at the end, which stay behind when a program writes its own title. */
  readonly argv: readonly string[];
  private line: string | undefined;

  /**
   * @param ppid the parent's pid when the process was first seen
   * @param cmdline the arguments, where they were read anew
   */
  constructor(
    private readonly process: ProcessReading,
    readonly ppid: number,
    private readonly details: ProcessDetails,
    cmdline: readonly string[] = process.cmdline,
  ) {
    let length = cmdline.length;
    while (length > 0 && cmdline[length - 1] === '') length -= 1;
    this.argv = length === cmdline.length ? cmdline : cmdline.slice(0, length);
  }

  get pid(): number {
    return this.process.pid;
  }

  get comm(): string {
    return this.process.comm;
  }

  get exeBase(): string {
    return exeBase({ comm: this.comm, cmdline: this.argv });
  }

  /** `argv[0]`; the comm for a process without arguments. */
  get exeFull(): string {
    const first = this.argv[0] ?? '';
    return first === '' ? this.comm : first;
  }

  /** The arguments, joined by spaces. */
  get commandLine(): string {
    return (this.line ??= this.argv.join(' '));
  }

  /** From the root of the cgroup v2 hierarchy: `/system.slice/crio.service`, `/` for the root itself. */
  get cgroupPath(): string {
    const { path } = this.process.cgroup;
    return path === '' ? '/' : path;
  }

  get username(): string | undefined {
    return this.details.username(this.process);
  }

  get startTime(): StartTime | undefined {
    return this.details.startTime(this.process);
  }

  get cgroups(): readonly string[] {
    return this.details.cgroups(this.process);
  }
}
