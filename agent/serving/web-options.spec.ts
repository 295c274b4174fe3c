import { webOptions } from './testdata/serving';

const pair = { tlsCertFile: '/c', tlsKeyFile: '/k' };

test('what is left out: plain HTTP for everybody', () => {
  expect(webOptions({})).toEqual({ kind: 'flags', tls: undefined, bearerTokenFile: undefined });
});

test('everything given', () => {
  const all = {
    ...pair,
    tlsMinVersion: 'TLS13',
    tlsCiphers: 'TLS_AES_128_GCM_SHA256',
    tlsClientCaFile: '/ca',
    tlsClientNames: 'a, system:serviceaccount:b:c,',
    bearerTokenFile: '/t',
  };
  expect(webOptions(all)).toEqual({
    kind: 'flags',
    tls: {
      certFile: '/c',
      keyFile: '/k',
      minVersion: 'TLSv1.3',
      ciphers: 'TLS_AES_128_GCM_SHA256',
      clientCaFile: '/ca',
      clientNames: ['a', 'system:serviceaccount:b:c'],
    },
    bearerTokenFile: '/t',
  });
});

test('a file', () => {
  expect(webOptions({ webConfigFile: 'web.yml' })).toEqual({
    kind: 'config-file',
    configFile: 'web.yml',
  });
});

test.each([
  [{ tlsCertFile: '/c' }, 'Option --web.tls-cert-file needs --web.tls-key-file, too.'],
  [{ tlsKeyFile: '/k' }, 'Option --web.tls-key-file needs --web.tls-cert-file, too.'],
  [{ tlsClientCaFile: '/ca' }, 'Option --web.tls-client-ca-file needs --web.tls-cert-file, too.'],
  [{ tlsCiphers: 'x' }, 'Option --web.tls-ciphers needs --web.tls-cert-file, too.'],
  [{ tlsMinVersion: 'TLS13' }, 'Option --web.tls-min-version needs --web.tls-cert-file, too.'],
  [
    { ...pair, tlsClientNames: 'a' },
    'Option --web.tls-client-names needs --web.tls-client-ca-file, too.',
  ],
  [
    { ...pair, tlsMinVersion: 'TLS11' },
    'Option --web.tls-min-version expects TLS12 or TLS13, found "TLS11".',
  ],
  [
    { ...pair, tlsCiphers: 'ECDHE-RSA-AES128-GCM-SHA256,constructor' },
    'Option --web.tls-ciphers expects IANA or OpenSSL names of cipher suites, found "constructor".',
  ],
  [
    { webConfigFile: '/w', bearerTokenFile: '/t' },
    'Option --web.bearer-token-file cannot stand beside --web.config.file: say it in the file.',
  ],
])('%j is refused in one sentence', (flags, sentence) => {
  expect(() => webOptions(flags)).toThrow(
    expect.objectContaining({ name: 'SettingsError', message: sentence }) as Error,
  );
});
