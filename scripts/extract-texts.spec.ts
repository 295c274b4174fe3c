import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { namespace } from '../src/i18n/namespace';
import { projectFolder } from './project-folder';

const shipped = path.join(projectFolder, 'locales', 'en', `${namespace}.json`);
const tsx = path.join(projectFolder, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const script = path.join(projectFolder, 'scripts', 'extract-texts.ts');

function extract(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [tsx, script, ...args], { encoding: 'utf8' });
}

describe('the English texts', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'texts-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are exactly the keys of the source', () => {
    expect(extract('--check')).toMatchObject({ status: 0, stderr: '' });
  });

  it('differ when a key is missing or no longer used', () => {
    const texts = JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, string>;
    const { Idle: _idle, ...others } = texts;
    expect(_idle).toBe('Idle');
    const file = path.join(folder, 'stale.json');
    writeFileSync(file, JSON.stringify({ ...others, 'No longer said': 'x' }));
    const { status, stderr } = extract('--check', '--locale', file);
    expect(status).toBe(1);
    expect(stderr).toContain('Missing: ["Idle"], unused: ["No longer said"]');
  });

  it('keep what was edited by hand when they are written anew', () => {
    const file = path.join(folder, 'edited.json');
    writeFileSync(file, JSON.stringify({ Idle: 'Idle, edited', 'No longer said': 'x' }));
    expect(extract('--locale', file).status).toBe(0);
    const written = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    expect(written.Idle).toBe('Idle, edited');
    expect(written).not.toHaveProperty('No longer said');
    expect(written['Host processes']).toBe('Host processes');
  });

  it('have both forms of every plural, and the values of their key', () => {
    const texts = JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, string>;
    const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    expect(Object.keys(texts).length).toBeGreaterThan(50);
    for (const [key, text] of Object.entries(texts)) expect(values(text)).toEqual(values(key));
    const plurals = Object.keys(texts).filter((key) => key.endsWith('_one'));
    expect(plurals.length).toBeGreaterThan(0);
    for (const key of plurals) expect(texts).toHaveProperty([key.replace(/_one$/, '_other')]);
  });
});
