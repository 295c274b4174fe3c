import { parseCmdline } from './cmdline';

test.each([
  ['', []],
  ['/usr/bin/kubelet\0--v=2\0', ['/usr/bin/kubelet', '--v=2']],
  ['a\0\0b\0', ['a', '', 'b']],
  ['sshd: core [priv]', ['sshd: core [priv]']],
])('%j', (bytes, expected) => {
  expect(parseCmdline(Buffer.from(bytes))).toEqual(expected);
});
