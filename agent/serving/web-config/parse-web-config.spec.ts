import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { ComplaintsError } from '../../configuration/complaint';
import { parseWebConfig } from './parse-web-config';

const hash = '$2y$10$X0h1gDsPszWURQaxFh.zoubFi6DXncSjhoQNJgRrnGs7EsimhC7zG';

const complaintsAbout = (text: string): string => {
  try {
    return `taken: ${JSON.stringify(parseWebConfig(text, 'web.yml'))}`;
  } catch (error) {
    if (!(error instanceof ComplaintsError)) throw error;
    return error.message;
  }
};

test.each([
  '',
  '# nothing\n',
  '{}',
  'tls_server_config:\n',
  'tls_server_config: {min_version: TLS13}',
])('%j: plain HTTP for everybody', (text) => {
  expect(parseWebConfig(text, 'web.yml')).toEqual({
    tls: undefined,
    headers: {},
    users: new Map(),
    rateLimit: undefined,
  });
});

test('everything that the format has', () => {
  const text = `tls_server_config:
  cert_file: server.crt
  key_file: /abs/server.key
  client_auth_type: RequireAndVerifyClientCert
  client_ca_file: ca.crt
  client_allowed_sans: [prometheus.example, "10.0.0.1"]
  min_version: TLS12
  max_version: TLS13
  cipher_suites:
    - TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
  prefer_server_cipher_suites: no
  curve_preferences: [CurveP256, X25519]
http_server_config:
  http2: true
  headers:
    X-Frame-Options: deny
    X-XSS-Protection:
    Strict-Transport-Security: max-age=1
basic_auth_users:
  alice: ${hash}
  on: ${hash}
rate_limit:
  interval: 1m0.5s
  burst: 20
`;
  expect(parseWebConfig(text, 'web.yml')).toEqual({
    tls: {
      cert: { kind: 'file', path: 'server.crt' },
      key: { kind: 'file', path: '/abs/server.key' },
      clientCa: { kind: 'file', path: 'ca.crt' },
      clientAuthType: 'RequireAndVerifyClientCert',
      clientAllowedSans: ['prometheus.example', '10.0.0.1'],
      minVersion: 'TLSv1.2',
      maxVersion: 'TLSv1.3',
      ciphers:
        'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-RSA-AES128-GCM-SHA256',
      curves: ['prime256v1', 'X25519'],
      preferServerCipherSuites: false,
    },
    headers: { 'X-Frame-Options': 'deny', 'Strict-Transport-Security': 'max-age=1' },
    users: new Map([
      ['alice', hash],
      ['on', hash],
    ]),
    rateLimit: { intervalMs: 60_500, burst: 20 },
  });
});

test('certificates in the file itself, and an anchor', () => {
  const { tls } = parseWebConfig(
    'tls_server_config:\n  cert: &pem |\n    -----BEGIN\n  key: *pem\n',
    'web.yml',
  );
  expect(tls?.cert).toEqual({
    kind: 'inline',
    key: 'tls_server_config.cert',
    text: '-----BEGIN\n',
  });
  expect(tls?.key).toMatchObject({ kind: 'inline', text: '-----BEGIN\n' });
});

const bad: Readonly<Record<string, string>> = {
  'keys that there are not': `tls_server_config:
  cert_file: a
  keyfile: b
basic_auth: {}
http_server_config:
  http3: true
  headers:
    Server: x
`,
  'values of another kind': `tls_server_config: [a]
http_server_config:
  http2: maybe
  headers: yes
basic_auth_users:
  - alice
rate_limit:
  interval: {s: 1}
  burst: many
`,
  'names that are unknown': `tls_server_config:
  cert_file: a
  key_file: b
  client_auth_type: Require
  min_version: TLS11
  max_version: SSL30
  cipher_suites: [TLS_RSA_WITH_RC4_128_SHA, constructor]
  curve_preferences: [P256, toString]
http_server_config:
  headers:
    X-Frame-Options: allow
    X-Content-Type-Options: sniff
    Content-Security-Policy: "a\\nb"
`,
  'what does not fit together': `tls_server_config:
  cert_file: a
  client_ca_file: c
  client_allowed_sans: [x]
  min_version: TLS13
  max_version: TLS12
rate_limit:
  interval: 1s
`,
  'verification without an authority': `tls_server_config:
  cert_file: a
  key_file: b
  client_auth_type: VerifyClientCertIfGiven
`,
  'passwords that are no hashes, which are not shown': `basic_auth_users:
  alice: secret-password
  bob: $2y$10$short
  "a:b": ${hash}
  carol:
`,
  'broken YAML': 'tls_server_config: {cert_file: a\nbasic_auth_users: "\n',
  'twice the same key': 'rate_limit: {}\nrate_limit: {}\n',
  'an alias of nothing, and itself': 'rate_limit: *nothing\nbasic_auth_users: &self\n  a: *self\n',
  'no mapping at all': '- a\n',
  'a key that is no name': '? [a]\n: b\n',
};

test('golden: every complaint, each with line, column and key', () => {
  const text = Object.entries(bad)
    .map(([name, config]) => `# ${name}\n${config}\n=> ${complaintsAbout(config)}\n`)
    .join('\n');
  const file = path.join(import.meta.dirname, '../testdata/web-config-complaints.txt');
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
  expect(text).not.toContain('taken: ');
  expect(Object.values(bad).map(complaintsAbout).join()).not.toContain('secret-password');
});

test.each([
  ['1s', 1000],
  ['1h2m3.5s', 3_723_500],
  ['100ms', 100],
  ['5000000', 5],
])('an interval of %s', (interval, intervalMs) => {
  const { rateLimit } = parseWebConfig(`rate_limit: {interval: ${interval}, burst: 1}`, 'web.yml');
  expect(rateLimit).toEqual({ intervalMs, burst: 1 });
});

test.each(['0', '0s'])('an interval of %s is no limit', (interval) => {
  expect(
    parseWebConfig(`rate_limit: {interval: ${interval}}`, 'web.yml').rateLimit,
  ).toBeUndefined();
});

describe('no text makes it fail but with complaints that name the file', () => {
  const expectSound = (text: string) => {
    const complaints = complaintsAbout(text);
    if (complaints.startsWith('taken: ')) return;
    for (const line of complaints.split('\n')) expect(line).toMatch(/^web\.yml:\d+:\d+: .+\.$/);
  };

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSound));
  });

  test('pieces of such files', () => {
    const piece = fc.constantFrom(
      ...Object.values(bad).flatMap((text) => text.split(/(?<=[\s:[\]{}])/)),
      '*a ',
      '&a ',
      '!!binary ',
      '!x ',
      '---\n',
      '...\n',
      '<<: ',
      '%YAML 1.1\n',
      '\t',
      '|\n',
      '>-\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectSound(pieces.join(''))),
      { numRuns: 2000 },
    );
  });

  test('any value at any place', () => {
    const section = fc.dictionary(
      fc.constantFrom(
        'cert_file',
        'key_file',
        'client_auth_type',
        'cipher_suites',
        'headers',
        'http2',
        'interval',
        'burst',
        'client_allowed_sans',
        '__proto__',
        'constructor',
      ),
      fc.jsonValue(),
    );
    const config = fc.dictionary(
      fc.constantFrom(
        'tls_server_config',
        'http_server_config',
        'basic_auth_users',
        'rate_limit',
        '__proto__',
      ),
      section,
    );
    fc.assert(
      fc.property(config, (value) => expectSound(stringify(value))),
      { numRuns: 150 },
    );
  });
});
