import fc from 'fast-check';
import type { PeerCertificate } from 'node:tls';
import { canonicalName, namesOf } from './certificate-names';

const namesIn = (subjectaltname: string | undefined, CN?: string | string[]) =>
  namesOf({ subject: { CN }, subjectaltname } as unknown as PeerCertificate);

test.each([
  [undefined, []],
  ['', []],
  ['DNS:a.example, IP Address:10.0.0.1', ['a.example', '10.0.0.1']],
  ['IP Address:0:0:0:0:0:0:0:1', ['::1']],
  ['email:a@b, URI:spiffe://x/ns/y', ['a@b', 'spiffe://x/ns/y']],
  ['DirName:"CN = a, O = b", DNS:c', ['c']],
  ['othername:<unsupported>, DNS:c', ['c']],
  // One name that looks like two: Node.js quotes it, and it stays one.
  ['DNS:"a, DNS:b"', ['a, DNS:b']],
  ['URI:"http://x/\\"q\\""', ['http://x/"q"']],
  ['DNS:a, "broken', []],
])('%j', (text, names) => {
  expect(namesIn(text).alternativeNames).toEqual(names);
});

test('one, several or no common names', () => {
  expect(namesIn('', 'a').commonNames).toEqual(['a']);
  expect(namesIn('', ['a', 'b']).commonNames).toEqual(['a', 'b']);
  expect(namesIn('').commonNames).toEqual([]);
});

test('IP addresses have one form', () => {
  expect(['::0001', '0:0:0:0:0:0:0:1'].map(canonicalName)).toEqual(['::1', '::1']);
});

test('no text makes it throw or hang', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(Array.isArray(namesIn(text.replaceAll('"', '')).alternativeNames)).toBe(true);
    }),
  );
});
