import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { KernelFileKind } from './kernel-files';
import { LinuxKernelFiles } from './linux-kernel-files';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kernel-files-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function readOf(kind: KernelFileKind, text: string) {
  const file = path.join(folder, kind);
  fs.writeFileSync(file, text);
  const files = new LinuxKernelFiles();
  const bytes = files.read(kind, file);
  return { text: bytes.toString(), reads: files.calls.read };
}

test('a file of one record takes one read, one of any form a second that finds its end', () => {
  expect(readOf('task_status', 'Name:\tsshd\n')).toEqual({ text: 'Name:\tsshd\n', reads: 1 });
  expect(readOf('pid_cmdline', 'sshd\0-D\0')).toEqual({ text: 'sshd\0-D\0', reads: 2 });
});

test.each(['task_status', 'pid_cmdline'] as const)(
  'nothing is lost of a %s that is larger than the buffer',
  (kind) => {
    const text = 'Groups: 0 1 2\n'.repeat(20_000);
    expect(readOf(kind, text).text).toBe(text);
  },
);
