import { hashSync } from 'bcryptjs';
import { basicAuth } from './basic-auth';
import { PasswordCheck } from './password-check';
import type { IncomingMessage } from 'node:http';

const hash = hashSync('right', 4);

test('one hash for each password, however often and however many at once', async () => {
  const check = new PasswordCheck();
  const all = await Promise.all(
    Array.from({ length: 20 }, async () => check.matches('u', 'right', hash)),
  );
  expect(new Set(all)).toEqual(new Set([true]));
  expect(await check.matches('u', 'wrong', hash)).toBe(false);
  expect(await check.matches('u', 'wrong', hash)).toBe(false);
  expect(await check.matches('u', 'right', hash)).toBe(true);
  expect(check.computed).toBe(2);
});

test('a flood of wrong passwords is sent away, and who was right before is still let in', async () => {
  const check = new PasswordCheck();
  expect(await check.matches('u', 'right', hash)).toBe(true);
  const flood = Array.from({ length: 30 }, (_, i) => check.matches('u', `wrong ${i}`, hash));
  expect(flood.filter((verdict) => verdict === undefined)).toHaveLength(20);
  expect(await check.matches('u', 'right', hash)).toBe(true);
  expect(await Promise.all(flood.filter((verdict) => verdict !== undefined))).toEqual(
    Array.from({ length: 10 }, () => false),
  );
  expect(check.computed).toBe(11);
  // And when it is over there is room again.
  expect(await check.matches('u', 'another', hash)).toBe(false);
});

test('no more than a hundred wrong passwords are remembered', async () => {
  const check = new PasswordCheck();
  for (let i = 0; i <= 100; i++) await check.matches('u', `wrong ${i}`, hash);
  expect(check.computed).toBe(101);
  await check.matches('u', 'wrong 100', hash);
  expect(check.computed).toBe(101);
  await check.matches('u', 'wrong 0', hash);
  expect(check.computed).toBe(102);
});

test('somebody unknown costs a hash, too, as costly as the costliest', async () => {
  const check = new PasswordCheck();
  const matches = jest.spyOn(check, 'matches');
  const access = basicAuth(
    new Map([
      ['a', hash],
      ['b', hashSync('x', 5)],
    ]),
    check,
  );
  const authorization = `Basic ${Buffer.from('nobody:x').toString('base64')}`;
  const verdict = await access({ headers: { authorization } } as unknown as IncomingMessage);
  expect(verdict).toMatchObject({ allowed: false, status: 401 });
  expect(matches).toHaveBeenCalledWith('nobody', 'x', expect.stringMatching(/^\$2b\$05\$/));
  expect(check.computed).toBe(1);
});
