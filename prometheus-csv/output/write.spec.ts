import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeWhole } from './write';

const folder = mkdtempSync(path.join(os.tmpdir(), 'write-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('replaces a file, through a link, and leaves nothing beside it', () => {
  const file = path.join(folder, 'a.csv');
  const link = path.join(folder, 'link.csv');
  writeFileSync(file, 'old');
  symlinkSync(file, link);
  writeWhole(link, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual(['a.csv', 'link.csv']);
});

it('writes to what is no file without replacing it', () => {
  writeWhole('/dev/null', 'text');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

it('says why it cannot, and leaves nothing', () => {
  const before = readdirSync(folder);
  expect(() => writeWhole(path.join(folder, 'none', 'a.csv'), 'text')).toThrow(
    `Cannot write ${path.join(folder, 'none', 'a.csv')}: the folder does not exist.`,
  );
  expect(() => writeWhole(folder, 'text')).toThrow(`Cannot write ${folder}: it is a folder.`);
  expect(readdirSync(folder)).toEqual(before);
});
