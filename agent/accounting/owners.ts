import { type Owner, ownerOfCgroup } from '../classification/cgroup-class';
import { kernelThreadKind } from '../classification/kernel-thread-kind';
import type { CgroupReading, Observation, ProcessReading } from '../observation/observation';

/** The agent itself, whatever it runs in. */
export const agentOwner: Owner = { cpuClass: 'agent', unit: 'host-processes-agent' };

/** Group of the agent in our own families. */
export const agentGroup = 'host-processes-agent';

/** The owner of each cgroup and process of a pass. */
export class Owners {
  private readonly ofCgroup = new WeakMap<CgroupReading, Owner>();
  private readonly ofKernelThread = new Map<string, Owner>();
  private self: ProcessReading | undefined;
  private ownCgroup: CgroupReading | undefined;

  /** Takes notice of where the agent is: alone in its cgroup, the whole cgroup is the agent's. */
  beginPass({ self, root, full }: Observation): void {
    // A worker has a name for each thing that it works on.
    if (full) this.ofKernelThread.clear();
    this.self = self;
    const cgroup = self?.cgroup;
    const alone = cgroup !== undefined && cgroup !== root && cgroup.processes.size === 1;
    this.ownCgroup = alone ? cgroup : undefined;
  }

  ownerOfCgroup(cgroup: CgroupReading): Owner {
    if (cgroup === this.ownCgroup) return agentOwner;
    const known = this.ofCgroup.get(cgroup);
    if (known) return known;
    const owner = ownerOfCgroup(cgroup.path);
    this.ofCgroup.set(cgroup, owner);
    return owner;
  }

  /** Of a kernel thread in the root cgroup: its kind is the unit. */
  ownerOfKernelThread({ comm }: ProcessReading): Owner {
    let owner = this.ofKernelThread.get(comm);
    if (!owner) {
      owner = { cpuClass: 'kernel', unit: kernelThreadKind(comm) };
      this.ofKernelThread.set(comm, owner);
    }
    return owner;
  }

  /** @param cgroup where it used its time: its own cgroup, or the one that it just left */
  ownerOfProcess(process: ProcessReading, cgroup = process.cgroup): Owner {
    return process === this.self ? agentOwner : this.ownerOfCgroup(cgroup);
  }

  isSelf(process: ProcessReading): boolean {
    return process === this.self;
  }
}
