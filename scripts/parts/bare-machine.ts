import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// Support of specs: a machine with an empty PATH and an empty cache, before each test.
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

/** Puts a program on PATH. @returns its file */
export function onPathIs(name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** What is in the project's cache. */
export function leftBehind(): string[] {
  return readdirSync(path.join(folder, 'cache', 'host-processes'));
}

export const quietly = () => undefined;
