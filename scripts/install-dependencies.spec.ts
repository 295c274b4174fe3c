import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isInstalled } from './install-dependencies.mjs';

let project: string;
beforeEach(() => (project = mkdtempSync(path.join(os.tmpdir(), 'install-'))));
afterEach(() => rmSync(project, { recursive: true }));

function write(file: string, packages: Record<string, object>): void {
  const target = path.join(project, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify({ packages: { '': { name: 'us' }, ...packages } }));
}

const locked = (packages: Record<string, object>) => write('package-lock.json', packages);
const installed = (packages: Record<string, object>) =>
  write('node_modules/.package-lock.json', packages);

const yaml = (version: string) => ({
  'node_modules/yaml': { version, integrity: `sha-${version}` },
});
const darwinOnly = { 'node_modules/fsevents': { version: '2.3.3', optional: true } };

describe('isInstalled', () => {
  it('is false without node_modules, and after an installation that was cut short', () => {
    locked(yaml('2.9.1'));
    expect(isInstalled(project)).toBe(false);
    mkdirSync(path.join(project, 'node_modules', 'yaml'), { recursive: true });
    expect(isInstalled(project)).toBe(false);
  });

  it('is true when npm installed what the lockfile says, without what is for other systems', () => {
    locked({ ...yaml('2.9.1'), ...darwinOnly });
    installed(yaml('2.9.1'));
    expect(isInstalled(project)).toBe(true);
  });

  it.each([
    ['of another version', yaml('2.9.0')],
    ['missing', {}],
    ['of other contents', { 'node_modules/yaml': { version: '2.9.1', integrity: 'sha-other' } }],
  ])('is false when a package is %s', (_how, packages) => {
    locked(yaml('2.9.1'));
    installed(packages);
    expect(isInstalled(project)).toBe(false);
  });
});
