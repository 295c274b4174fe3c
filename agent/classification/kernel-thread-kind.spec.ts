import { kernelThreadKind } from './kernel-thread-kind';

test.each([
  ['kthreadd', 'kthreadd'],
  ['ksoftirqd/1', 'ksoftirqd'],
  ['kworker/u8:3-events_unbound', 'kworker'],
  ['kworker/R-rcu_gp', 'kworker'],
  ['migration/127', 'migration'],
  ['irq/25-virtio0-input.0', 'irq'],
  ['rcu_preempt', 'rcu'],
  ['rcu_exp_gp_kthread_worker', 'rcu'],
  ['rcuop/3', 'rcu'],
  ['kswapd0', 'kswapd'],
  ['kcompactd0', 'kcompactd'],
  ['kdamond.0', 'kdamond'],
  ['scsi_eh_0', 'scsi_eh'],
  ['jbd2/vda-8', 'jbd2'],
  ['xfs-conv/dm-0', 'xfs-conv'],
  ['card0-crtc1', 'card0-crtc'],
  ['42', 'kernel'],
])('%s is of kind %s', (comm, kind) => {
  expect(kernelThreadKind(comm)).toBe(kind);
});
