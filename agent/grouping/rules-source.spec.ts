import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigurationFile } from '../configuration/configuration-file';
import type { GroupRule } from './rules';
import { RulesSource } from './rules-source';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rules-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

const rulesText = (comm: string) => `process_names: [{comm: [${comm}]}]\n`;

function open(file: string) {
  let nowSeconds = 100;
  const source = new RulesSource(new ConfigurationFile(file), () => nowSeconds);
  const taken: string[] = [];
  const complaints: string[] = [];
  const onRules = (rules: readonly GroupRule[]) => taken.push(String(rules[0]?.comm));
  const log = (error: Error) => complaints.push(error.message);
  return {
    source,
    taken,
    complaints,
    look: () => {
      nowSeconds += 1;
      source.reloadIfChanged(onRules, log);
    },
    signal: () => {
      nowSeconds += 1;
      source.reload(onRules, log);
    },
  };
}

test('a changed file is read anew, once', () => {
  const file = path.join(folder, 'rules.yml');
  fs.writeFileSync(file, rulesText('a'));
  const { source, taken, look } = open(file);
  look();
  expect(taken).toEqual([]);
  expect(source.status).toEqual({ successful: true, lastSuccessSeconds: 100 });
  fs.writeFileSync(file, rulesText('bc'));
  look();
  look();
  expect(taken).toEqual(['bc']);
  expect(source.status).toEqual({ successful: true, lastSuccessSeconds: 102 });
});

test('a config map that swaps its symbolic link is noticed', () => {
  for (const [version, comm] of [
    ['v1', 'a'],
    ['v2', 'b'],
  ] as const) {
    fs.mkdirSync(path.join(folder, version));
    fs.writeFileSync(path.join(folder, version, 'rules.yml'), rulesText(comm));
  }
  fs.symlinkSync('v1', path.join(folder, '..data'));
  fs.symlinkSync('..data/rules.yml', path.join(folder, 'rules.yml'));
  const { taken, look } = open(path.join(folder, 'rules.yml'));
  fs.symlinkSync('v2', path.join(folder, '..data_tmp'));
  fs.renameSync(path.join(folder, '..data_tmp'), path.join(folder, '..data'));
  look();
  expect(taken).toEqual(['b']);
});

test('a bad file leaves the old rules, says so once, and a good one ends it', () => {
  const file = path.join(folder, 'rules.yml');
  fs.writeFileSync(file, rulesText('a'));
  const { source, taken, complaints, look } = open(file);
  fs.writeFileSync(file, 'process_names: [{comm: a, x: 1}]\n');
  look();
  look();
  expect(complaints).toEqual([
    `${file}:1:24: process_names[0].comm: expects a list, found "a".\n${file}:1:27: process_names[0].x: is not known here, only name, comm, exe, ppid, cmdline, cgroup, threads are.`,
  ]);
  expect(source.rules).toEqual([{ comm: ['a'] }]);
  expect(source.status).toEqual({ successful: false, lastSuccessSeconds: 100 });
  fs.writeFileSync(file, rulesText('good'));
  look();
  expect(taken).toEqual(['good']);
  expect(source.status.successful).toBe(true);
});

test('a file that goes away leaves the old rules, until it is there again', () => {
  const file = path.join(folder, 'rules.yml');
  fs.writeFileSync(file, rulesText('a'));
  const { taken, complaints, look } = open(file);
  fs.rmSync(file);
  look();
  look();
  expect(complaints).toEqual([`The file ${file} cannot be read: there is no such file.`]);
  fs.writeFileSync(file, rulesText('b'));
  look();
  expect(taken).toEqual(['b']);
});

test('who asks has it read anew, changed or not', () => {
  const file = path.join(folder, 'rules.yml');
  fs.writeFileSync(file, rulesText('a'));
  const { source, taken, signal } = open(file);
  signal();
  expect(taken).toEqual(['a']);
  expect(source.status.lastSuccessSeconds).toBe(101);
});

test('at the start a file must be there, and be right', () => {
  expect(() => open(folder)).toThrow(`The file ${folder} cannot be read: it is a folder.`);
  const file = path.join(folder, 'rules.yml');
  expect(() => open(file)).toThrow('there is no such file');
  fs.writeFileSync(file, 'x: 1\n');
  expect(() => open(file)).toThrow(`${file}:1:1: x: is not known here, only process_names is`);
});
