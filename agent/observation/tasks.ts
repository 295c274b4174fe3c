import type { ProcessReading, ThreadReading } from './observation';

/** A kernel thread is a process of one thread, which is not read a second time. */
class KernelTask implements ThreadReading {
  constructor(private readonly process: ProcessReading) {}

  get tid(): number {
    return this.process.pid;
  }
  get starttimeTicks(): number {
    return this.process.starttimeTicks;
  }
  get comm(): string {
    return this.process.comm;
  }
  get utimeTicks(): number {
    return this.process.utimeTicks;
  }
  get stimeTicks(): number {
    return this.process.stimeTicks;
  }
  get state(): number {
    return this.process.state;
  }
  get minflt(): number {
    return this.process.minflt;
  }
  get majflt(): number {
    return this.process.majflt;
  }
  get readInPass(): number {
    return this.process.readInPass;
  }
}

const kernelTasks = new WeakMap<ProcessReading, ThreadReading>();

/** The threads of a process, the only one of a kernel thread included: the same objects in every pass. */
export function tasksOf(process: ProcessReading): Iterable<ThreadReading> {
  if (!process.kernelThread) return process.threads.values();
  let task = kernelTasks.get(process);
  if (!task) {
    task = new KernelTask(process);
    kernelTasks.set(process, task);
  }
  return [task];
}
