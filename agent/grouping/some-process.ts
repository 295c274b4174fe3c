import type { CgroupReading, ProcessReading, ThreadReading } from '../observation/observation';
import { Candidate } from './candidate';
import { nothingKnown, type ProcessDetails } from './process-details';

// Support of specs: processes as an observer would have read them.

/** A process with what a spec cares about; a shell that PID 1 started, otherwise. */
export function someProcess(given: Partial<ProcessReading> = {}): ProcessReading {
  return {
    pid: 4242,
    starttimeTicks: 12_345,
    kernelThread: false,
    ppid: 1,
    state: 0x53,
    comm: 'bash',
    cmdline: ['/bin/bash'],
    execs: 0,
    forkNoExec: false,
    utimeTicks: 0,
    stimeTicks: 0,
    cutimeTicks: 0,
    cstimeTicks: 0,
    numThreads: 1,
    minflt: 0,
    majflt: 0,
    vsizeBytes: 0,
    rssPages: 0,
    readInPass: 0,
    threads: new Map(),
    threadsReadable: true,
    threadsComplete: true,
    threadsReadInPass: 0,
    threadsAwaited: false,
    cgroup: someCgroup(''),
    ...given,
  };
}

/** Its first thread. */
export function someThread(given: Partial<ThreadReading> = {}): ThreadReading {
  const {
    pid: tid,
    starttimeTicks,
    comm,
    utimeTicks,
    stimeTicks,
    state,
    minflt,
    majflt,
    readInPass,
  } = someProcess();
  const times = { starttimeTicks, utimeTicks, stimeTicks };
  return { tid, comm, ...times, state, minflt, majflt, readInPass, ...given };
}

export function someCgroup(path: string): CgroupReading {
  return {
    path,
    parent: undefined,
    children: new Map(),
    processes: new Set(),
    usageUsec: 0,
    readable: true,
    enteredInPass: 0,
    wasOverlooked: false,
    gone: false,
  };
}

export function someCandidate(
  given: Partial<ProcessReading> = {},
  details: Partial<ProcessDetails> = {},
): Candidate {
  const process = someProcess(given);
  return new Candidate(process, process.ppid, { ...nothingKnown, ...details });
}
