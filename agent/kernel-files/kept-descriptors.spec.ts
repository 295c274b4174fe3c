import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Exhausted, KernelCalls } from './kernel-calls';
import type { Absence, KernelFileKind } from './kernel-files';
import { DescriptorFile, KeptDescriptors } from './kept-descriptors';

/** A system that has no more than so many descriptors for us. */
class ScarceCalls extends KernelCalls {
  constructor(private readonly limit: number) {
    super();
  }

  override open(kind: KernelFileKind, file: string): number | Absence | Exhausted {
    const { open, close } = this.made;
    return open - close >= this.limit ? 'exhausted' : super.open(kind, file);
  }
}

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'descriptors-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

function keepFiles(calls: KernelCalls, kept: KeptDescriptors, count: number): DescriptorFile[] {
  return Array.from({ length: count }, (_, i) => {
    const file = path.join(folder, String(i));
    fs.writeFileSync(file, `${i}\n`);
    return new DescriptorFile(calls, kept, 'cpu_stat', file);
  });
}

test('where the system has fewer descriptors than the budget, every file is read and fewer are kept', () => {
  const calls = new ScarceCalls(50);
  const kept = new KeptDescriptors(calls, 4096);
  const files = keepFiles(calls, kept, 80);
  for (let pass = 0; pass < 3; pass++) {
    kept.beginPass();
    files.forEach((file, i) => {
      expect(file.read()).toBe(String(i).length + 1);
      expect(calls.bytes.toString('utf8', 0, String(i).length)).toBe(String(i));
    });
  }
  // What else needs descriptors has room again, and nobody asks for too many a second time.
  expect(kept.size).toBe(50 - 32);
  expect(calls.made.open - calls.made.close).toBe(kept.size);
});

test('a system without any descriptor is an error that names the file', () => {
  const calls = new ScarceCalls(0);
  const [file] = keepFiles(calls, new KeptDescriptors(calls, 4096), 1);
  expect(() => file?.read()).toThrow(`${folder}/0: cannot be read (EMFILE)`);
});

test('a descriptor that was idle for some passes makes room when there is none', () => {
  const calls = new KernelCalls();
  const kept = new KeptDescriptors(calls, 1);
  const [first, second] = keepFiles(calls, kept, 2);
  kept.beginPass();
  first?.read();
  second?.read();
  expect([first?.descriptor, second?.descriptor]).toEqual([expect.any(Number), -1]);
  for (let pass = 0; pass < 6; pass++) {
    kept.beginPass();
    second?.read();
  }
  expect([first?.descriptor, kept.size]).toEqual([-1, 1]);
  expect(second?.descriptor).toBeGreaterThanOrEqual(0);
});
