import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prometheus2 } from './prometheus';
import { promtool3 } from './promtool-3';

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

function onPathIs(version: string): Record<'prometheus' | 'promtool', string> {
  const file = (name: string) => path.join(folder, name);
  for (const name of ['prometheus', 'promtool']) {
    writeFileSync(file(name), `#!/bin/sh\necho "${name}, version ${version} (branch: )"\n`);
    chmodSync(file(name), 0o755);
  }
  return { prometheus: file('prometheus'), promtool: file('promtool') };
}

// Rules are tried on both: the ranges of the one include their start, those of the other do not.
describe('the two releases of Prometheus', () => {
  it.each(['2.42.0', '2.55.1'])('%s is the old one', async (version) => {
    const found = onPathIs(version);
    await expect(prometheus2.find()).resolves.toEqual(found);
    await expect(promtool3.find()).resolves.toBeUndefined();
  });

  it.each(['3.2.0', '3.13.4'])('%s is the new one', async (version) => {
    const { promtool } = onPathIs(version);
    await expect(promtool3.find()).resolves.toEqual({ promtool });
    await expect(prometheus2.find()).resolves.toBeUndefined();
  });

  it('2.41 is neither', async () => {
    onPathIs('2.41.0');
    await expect(prometheus2.find()).resolves.toBeUndefined();
    await expect(promtool3.find()).resolves.toBeUndefined();
  });

  it('the new one is one sentence when there is no Go to build it', async () => {
    await expect(promtool3.bring(() => undefined)).rejects.toThrow(
      'promtool 3.13 cannot be brought: there is no go here; install Go 1.25 or later, or promtool 3 on PATH.',
    );
  });
});
