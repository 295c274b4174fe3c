import { countCpuList, countCpuMask, kernelParameter } from './kernel-command-line';

const line = Buffer.from(
  'BOOT_IMAGE=(hd0,gpt3)/vmlinuz rw tuned.non_isolcpus=30000003 systemd.cpu_affinity=0,1,28,29 quiet systemd.cpu_affinity="0 2" a=b=c\n',
);

test.each([
  ['tuned.non_isolcpus', '30000003'],
  ['systemd.cpu_affinity', '0 2'],
  ['a', 'b=c'],
  ['quiet', undefined],
  ['isolcpus', undefined],
])('%s is %s', (name, value) => {
  expect(kernelParameter(line, name)).toBe(value);
});

test.each([
  ['0,1,28,29', 4],
  ['0-3', 4],
  ['0-1, 28-29', 4],
  ['0 1', 2],
  ['0-3,2', 4],
  ['', undefined],
  ['3-1', undefined],
  ['all', undefined],
])('the list %j names %s CPUs', (text, count) => {
  expect(countCpuList(text)).toBe(count);
});

test.each([
  ['30000003', 4],
  ['0xf', 4],
  ['00000003,30000003', 6],
  ['0', undefined],
  ['xyz', undefined],
])('the mask %j names %s CPUs', (text, count) => {
  expect(countCpuMask(text)).toBe(count);
});
