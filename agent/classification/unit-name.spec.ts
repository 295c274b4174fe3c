import { unitName } from './unit-name';

test.each([
  ['kubelet.service', 'kubelet.service'],
  ['getty@tty1.service', 'getty@.service'],
  ['user@1000.service', 'user@.service'],
  ['systemd-fsck@dev-disk-by\\x2duuid-1234.service', 'systemd-fsck@.service'],
  ['session-12.scope', 'session'],
  ['run-r0a1b2c.scope', 'run'],
  ['run-u42.service', 'run'],
  ['user-1000.slice', 'user-.slice'],
  ['crio-0123456789abcdef.scope', 'crio'],
  ['crio-conmon-0123456789abcdef.scope', 'crio-conmon'],
  ['libpod-conmon-0123456789abcdef.scope', 'libpod-conmon'],
  ['machine-qemu\\x2d1\\x2dweb.scope', 'machine'],
  ['init.scope', 'init.scope'],
  ['dev-hugepages.mount', 'dev-hugepages.mount'],
  // An @ in something that is no unit is part of the name.
  ['job@host', 'job@host'],
])('%s becomes %s', (folder, unit) => {
  expect(unitName(folder)).toBe(unit);
});
