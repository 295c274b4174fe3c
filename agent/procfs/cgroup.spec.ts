import { parseCgroupPaths } from './cgroup';

test.each([
  ['0::/system.slice/crio.service\n', ['/system.slice/crio.service']],
  ['0::/../../crio-1.scope\n', ['/../../crio-1.scope']],
  ['12:cpu,cpuacct:/a\n1:name=systemd:/b:c\n0::/\n', ['/a', '/b:c', '/']],
  ['0::/gone (deleted)\n', ['/gone (deleted)']],
  ['', []],
])('%j', (text, paths) => {
  expect(parseCgroupPaths(Buffer.from(text))).toEqual(paths);
});
