import { ownerOfCgroup } from './cgroup-class';

const id = '3f1c9bb0d7a84b6e0c2f5e6a7b8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708';
const pod = 'kubepods-burstable-pod8c1f4c1e_9a55_4b52_a3a5_6f3c0e1d2b3a.slice';
const burstable = `/kubepods.slice/kubepods-burstable.slice/${pod}`;

describe('a systemd host', () => {
  test.each([
    ['/init.scope', 'service', 'init.scope'],
    ['/system.slice/kubelet.service', 'service', 'kubelet.service'],
    ['/system.slice/crio.service', 'service', 'crio.service'],
    ['/system.slice/system-getty.slice/getty@tty1.service', 'service', 'getty@.service'],
    ['/system.slice/run-r1f.scope', 'service', 'run'],
    ['/system.slice/run-u3.service', 'service', 'run'],
    ['/system.slice/systemd-udevd.service/udev', 'service', 'systemd-udevd.service'],
    ['/system.slice', 'service', 'system.slice'],
    ['/ovs.slice/ovs-vswitchd.service', 'service', 'ovs-vswitchd.service'],
    ['/user.slice', 'session', 'user.slice'],
    ['/user.slice/user-1000.slice', 'session', 'user-.slice'],
    ['/user.slice/user-1000.slice/session-12.scope', 'session', 'session'],
    ['/user.slice/user-0.slice/user@0.service/app.slice/x.service', 'session', 'user@.service'],
  ])('%s is %s %s', (path, cpuClass, unit) => {
    expect(ownerOfCgroup(path)).toEqual({ cpuClass, unit });
  });
});

describe('pods and what runs them', () => {
  test.each([
    // CRI-O and systemd, as on OpenShift: conmon sits in the pod.
    [`${burstable}/crio-${id}.scope`, 'pod', 'kubepods-burstable.slice'],
    [`${burstable}/crio-${id}.scope/container`, 'pod', 'kubepods-burstable.slice'],
    [`${burstable}/crio-conmon-${id}.scope`, 'runtime', 'crio-conmon'],
    [burstable, 'pod', 'kubepods-burstable.slice'],
    ['/kubepods.slice/kubepods-besteffort.slice', 'pod', 'kubepods-besteffort.slice'],
    ['/kubepods.slice', 'pod', 'kubepods.slice'],
    // Guaranteed pods have no slice of their quality of service; static pods have a hash for uid.
    [
      `/kubepods.slice/kubepods-pod0123456789abcdef0123456789abcdef.slice/crio-${id}.scope`,
      'pod',
      'kubepods.slice',
    ],
    // A container that runs containers, or pretends to, stays a pod.
    [`${burstable}/crio-${id}.scope/libpod-conmon-${id}.scope`, 'pod', 'kubepods-burstable.slice'],
    // CRI-O's own default keeps conmon in system.slice.
    [`/system.slice/crio-conmon-${id}.scope`, 'runtime', 'crio-conmon'],
    // containerd, systemd driver and cgroupfs driver.
    [`${burstable}/cri-containerd-${id}.scope`, 'pod', 'kubepods-burstable.slice'],
    [`/kubepods/besteffort/pod8c1f4c1e-9a55/${id}`, 'pod', 'kubepods-besteffort.slice'],
    [`/kubepods/pod8c1f4c1e-9a55/${id}`, 'pod', 'kubepods.slice'],
    // kind.
    [
      `/kubelet.slice/kubelet-kubepods.slice/kubelet-kubepods-burstable.slice/kubelet-${pod}`,
      'pod',
      'kubepods-burstable.slice',
    ],
    // MicroShift runs kubelet and API server in one service, etcd in a scope.
    ['/system.slice/microshift.service', 'service', 'microshift.service'],
    ['/system.slice/microshift-etcd.scope', 'service', 'microshift-etcd.scope'],
    // Kata accounts for its virtual machines inside the pod.
    [`${burstable}/crio-${id}.scope/kata_overhead`, 'pod', 'kubepods-burstable.slice'],
  ])('%s is %s %s', (path, cpuClass, unit) => {
    expect(ownerOfCgroup(path)).toEqual({ cpuClass, unit });
  });
});

describe('containers of the host itself', () => {
  test.each([
    [`/machine.slice/libpod-${id}.scope`, 'host-container', 'libpod'],
    [`/machine.slice/libpod-${id}.scope/container`, 'host-container', 'libpod'],
    // The monitor of a host container belongs to it, not to the runtime of pods.
    [`/machine.slice/libpod-conmon-${id}.scope`, 'host-container', 'libpod-conmon'],
    ['/machine.slice/systemd-nspawn@web.service', 'host-container', 'systemd-nspawn@.service'],
    ['/machine.slice', 'host-container', 'machine.slice'],
    // podman under a quadlet unit stays in that unit.
    ['/system.slice/toolbox.service/libpod-payload-1', 'service', 'toolbox.service'],
    [`/system.slice/docker-${id}.scope`, 'service', 'docker'],
  ])('%s is %s %s', (path, cpuClass, unit) => {
    expect(ownerOfCgroup(path)).toEqual({ cpuClass, unit });
  });
});

test('user processes in the root cgroup are unit (root): a machine without systemd', () => {
  expect(ownerOfCgroup('')).toEqual({ cpuClass: 'service', unit: '(root)' });
});

test('a folder that is no unit keeps its name', () => {
  expect(ownerOfCgroup('/batch/job')).toEqual({ cpuClass: 'service', unit: 'batch' });
});
