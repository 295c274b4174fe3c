import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Reloaded } from './reloaded';
import { MountedSecret } from './testdata/certificate-authority';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'host-processes-reloaded-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('reads once as long as nothing changes, and once after a change', () => {
  const secret = new MountedSecret(folder, { a: '1', b: '2' });
  let loads = 0;
  const said: string[] = [];
  const value = new Reloaded(
    (read) => {
      loads++;
      return `${read(secret.path('a')).toString()} ${read(secret.path('b')).toString()}`;
    },
    (message) => said.push(message),
  );
  expect([value.current(), value.current(), loads]).toEqual(['1 2', '1 2', 1]);
  secret.swap({ a: '3', b: '4' });
  expect([value.current(), value.current(), loads]).toEqual(['3 4', '3 4', 2]);
  expect(said).toEqual([`Read again after a change: ${secret.path('a')}, ${secret.path('b')}`]);
});

test('a file that only the new content names is followed, too', () => {
  const file = (name: string) => path.join(folder, name);
  writeFileSync(file('config'), 'one');
  writeFileSync(file('one'), '1');
  const value = new Reloaded(
    (read) => read(file(read(file('config')).toString())).toString(),
    () => undefined,
  );
  writeFileSync(file('config'), 'another');
  // It is not there yet: the old value stays, and its arrival is noticed.
  expect(value.current()).toBe('1');
  writeFileSync(file('another'), '2');
  expect(value.current()).toBe('2');
});

test('a file written over in place is noticed, even with the same length', () => {
  const file = path.join(folder, 'token');
  writeFileSync(file, 'aaa');
  const value = new Reloaded(
    (read) => read(file).toString(),
    () => undefined,
  );
  writeFileSync(file, 'bbb');
  expect(value.current()).toBe('bbb');
});

test('what goes wrong while loading anew is said once, and the old value stays', () => {
  const file = path.join(folder, 'token');
  writeFileSync(file, 'good');
  const said: string[] = [];
  const value = new Reloaded(
    (read) => {
      const text = read(file).toString();
      if (text !== 'good') throw new TypeError('It is bad.');
      return text;
    },
    (message) => said.push(message),
  );
  writeFileSync(file, 'bad');
  expect([value.current(), value.current()]).toEqual(['good', 'good']);
  expect(said).toEqual(['It is bad. What was read before stays in force.']);
});
