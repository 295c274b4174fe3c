import type { KernelFileKind, KernelFiles } from '../kernel-files/kernel-files';
import type { ProcessReading } from '../observation/observation';
import { parseBtime } from '../procfs/btime';
import { parseCgroupPaths } from '../procfs/cgroup';
import { parseCmdline } from '../procfs/cmdline';
import { findUsername } from '../procfs/passwd';
import { parseEffectiveUid } from '../procfs/status';
import { tickUsec } from '../procfs/user-hz';
import type { ProcessDetails, StartTime } from './process-details';

const ticksPerSecond = 1_000_000 / tickUsec;

/** Reads what rules ask for from the kernel's files. */
export class KernelProcessDetails implements ProcessDetails {
  private readonly usernames = new Map<number, string>();
  private bootSeconds: number | undefined;

  /** @param passwdPath the users of the machine, or of the container, that the agent runs in */
  constructor(
    private readonly files: Pick<KernelFiles, 'read'>,
    private readonly procfs: string,
    private readonly passwdPath = '/etc/passwd',
  ) {}

  readonly username = (process: ProcessReading): string | undefined => {
    const path = this.pathOf(process, 'status');
    const bytes = this.files.read('pid_status', path);
    if (typeof bytes === 'string') return undefined;
    const uid = parseEffectiveUid(bytes, path);
    // Asked once for each user, found or not, as process-exporter does.
    const known = this.usernames.get(uid) ?? this.lookUp(uid) ?? String(uid);
    this.usernames.set(uid, known);
    return known;
  };

  readonly startTime = ({ starttimeTicks }: ProcessReading): StartTime | undefined => {
    // Read once: the kernel moves it when the clock is set, and a process began when it began.
    this.bootSeconds ??= this.parsed('stat', `${this.procfs}/stat`, parseBtime);
    if (this.bootSeconds === undefined) return undefined;
    return {
      seconds: this.bootSeconds + Math.floor(starttimeTicks / ticksPerSecond),
      hundredths: starttimeTicks % ticksPerSecond,
    };
  };

  readonly cgroups = (process: ProcessReading): readonly string[] =>
    this.parsed('pid_cgroup', this.pathOf(process, 'cgroup'), parseCgroupPaths) ?? [];

  readonly cmdline = (process: ProcessReading): readonly string[] | undefined =>
    this.parsed('pid_cmdline', this.pathOf(process, 'cmdline'), parseCmdline);

  private lookUp(uid: number): string | undefined {
    return this.parsed('passwd', this.passwdPath, (bytes) => findUsername(bytes, uid));
  }

  private parsed<T>(
    kind: KernelFileKind,
    path: string,
    parse: (bytes: Buffer, path: string) => T,
  ): T | undefined {
    const bytes = this.files.read(kind, path);
    return typeof bytes === 'string' ? undefined : parse(bytes, path);
  }

  private pathOf({ pid }: ProcessReading, file: string): string {
    return `${this.procfs}/${pid}/${file}`;
  }
}
