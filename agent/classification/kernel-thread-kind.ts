/**
 * The kind of a kernel thread, folded over CPUs, devices and instances: `ksoftirqd/1` is `ksoftirqd`,
 * `kworker/u8:3-events` is `kworker`, `irq/25-virtio0` is `irq`, `rcu_preempt` is `rcu`,
 * `kswapd0` is `kswapd`. The names are the kernel's own, see kthread_create in its sources.
 */
export function kernelThreadKind(comm: string): string {
  const [kind = '', instance] = comm.split('/');
  if (/^rcu([_-]|$)/.test(kind) || /^rcu(o|c|b|og|op|os)$/.test(kind)) return 'rcu';
  if (instance !== undefined) return kind;
  const folded = kind.replace(/[-_:.]?\d[\d:.x]*$/, '').replace(/[-_:.]+$/, '');
  return folded === '' ? 'kernel' : folded;
}
