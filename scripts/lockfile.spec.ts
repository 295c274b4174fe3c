import { readFileSync } from 'node:fs';
import path from 'node:path';
import { entryFor, missingEntries } from './complete-lockfile.mjs';
import { projectFolder } from './project-folder';

const text = readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8');
const lockfile = JSON.parse(text) as { packages: Parameters<typeof missingEntries>[0] };

describe('the lockfile', () => {
  it('holds no download address: every registry may serve it', () => {
    expect(text).not.toMatch(/"resolved": "http/);
  });

  it('names every optional package, or npm ci refuses it: node scripts/complete-lockfile.mjs', () => {
    expect(missingEntries(lockfile.packages)).toEqual([]);
  });
});

describe('missingEntries', () => {
  const wants = (name: string) => ({ optionalDependencies: { [name]: '1.0.0' } });

  it('finds a package beside, inside and above the one that asks for it', () => {
    const packages = {
      '': {},
      'node_modules/a': wants('x'),
      'node_modules/a/node_modules/b': wants('y'),
      'node_modules/a/node_modules/y': {},
      'node_modules/x': {},
    };
    expect(missingEntries(packages)).toEqual([]);
  });

  it('does not take the package of a neighbour', () => {
    const packages = {
      'node_modules/a': { ...wants('x'), dev: true },
      'node_modules/b/node_modules/x': {},
    };
    expect(missingEntries(packages)).toEqual([{ name: 'x', version: '1.0.0', dev: true }]);
  });
});

describe('entryFor', () => {
  it('reads system, processor and C library from the name', () => {
    const wanted = { name: '@swc/core-linux-arm64-musl', version: '1.0.0', dev: true };
    expect(entryFor(wanted)).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
  });

  it('refuses to guess a version', () => {
    expect(() => entryFor({ name: 'fsevents', version: '~2.3', dev: false })).toThrow(
      'fsevents is asked for as ~2.3, which is no exact version.',
    );
  });
});
