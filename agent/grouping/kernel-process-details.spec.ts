import type { KernelFiles } from '../kernel-files/kernel-files';
import { KernelProcessDetails } from './kernel-process-details';
import { someProcess } from './some-process';

function detailsOf(texts: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const files: Pick<KernelFiles, 'read'> = {
    read: (kind, path) => {
      asked.push(`${kind} ${path}`);
      const text = texts[path];
      return text === undefined ? 'gone' : Buffer.from(text);
    },
  };
  return { asked, details: new KernelProcessDetails(files, '/host/proc') };
}

test('a user is looked up once, and is a number where nobody knows a name', () => {
  const { asked, details } = detailsOf({
    '/host/proc/1/status': 'Uid:\t0\t0\t0\t0\n',
    '/host/proc/2/status': 'Uid:\t0\t77\t0\t0\n',
    '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n',
  });
  const names = [1, 2, 2, 1].map((pid) => details.username(someProcess({ pid })));
  expect(names).toEqual(['root', '77', '77', 'root']);
  expect(asked.filter((one) => one === 'passwd /etc/passwd')).toHaveLength(2);
  expect(details.username(someProcess({ pid: 3 }))).toBeUndefined();
});

test('a process started so many ticks after the machine', () => {
  const { asked, details } = detailsOf({ '/host/proc/stat': 'cpu 1\nbtime 1000\n' });
  const at = (starttimeTicks: number) => details.startTime(someProcess({ starttimeTicks }));
  expect(at(0)).toEqual({ seconds: 1000, hundredths: 0 });
  expect(at(12_345)).toEqual({ seconds: 1123, hundredths: 45 });
  expect(asked).toEqual(['stat /host/proc/stat']);
});

test('cgroups and arguments, and what is gone', () => {
  const { details } = detailsOf({
    '/host/proc/1/cgroup': '0::/init.scope\n',
    '/host/proc/1/cmdline': '/sbin/init\0',
  });
  expect(details.cgroups(someProcess({ pid: 1 }))).toEqual(['/init.scope']);
  expect(details.cmdline(someProcess({ pid: 1 }))).toEqual(['/sbin/init']);
  expect(details.cgroups(someProcess({ pid: 2 }))).toEqual([]);
  expect(details.cmdline(someProcess({ pid: 2 }))).toBeUndefined();
});
