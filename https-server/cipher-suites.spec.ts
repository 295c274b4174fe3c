import { cipherList } from './cipher-suites';

test("none: Mozilla's intermediate profile, every suite of it known to OpenSSL", () => {
  const list = cipherList() as string;
  expect(list.split(':')).toHaveLength(12);
  expect(cipherList(list.split(':'))).toBe(list);
});

test('names of Go and of OpenSSL mix, in the order given; TLS 1.3 stays', () => {
  expect(cipherList(['ECDHE-RSA-AES256-GCM-SHA384', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'])).toBe(
    'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256',
  );
});

test('named TLS 1.3 suites alone are taken as they are', () => {
  expect(cipherList(['TLS_AES_256_GCM_SHA384'])).toBe('TLS_AES_256_GCM_SHA384');
});

test.each(['nothing', '', '!aNULL', '__proto__', 'TLS_RSA_WITH_RC4_128_SHA'])(
  '%j is unknown',
  (name) => {
    expect(cipherList(['TLS_AES_256_GCM_SHA384', name])).toEqual({ unknown: name });
  },
);
