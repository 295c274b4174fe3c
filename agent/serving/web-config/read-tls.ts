import { cipherList } from '../../../https-server/cipher-suites';
import type { TlsVersion } from '../../../https-server/tls-rules';
import type { YamlValue } from '../../configuration/yaml-value';
import type { ClientAuthType, PemSource, WebConfigTls } from './web-config';

const keys = [
  'cert',
  'key',
  'client_ca',
  'cert_file',
  'key_file',
  'client_auth_type',
  'client_ca_file',
  'client_allowed_sans',
  'min_version',
  'max_version',
  'cipher_suites',
  'prefer_server_cipher_suites',
  'curve_preferences',
] as const;
type Key = (typeof keys)[number];

const versions: Readonly<Record<string, TlsVersion>> = { TLS12: 'TLSv1.2', TLS13: 'TLSv1.3' };

const clientAuthTypes: Readonly<Record<string, ClientAuthType>> = {
  NoClientCert: 'NoClientCert',
  RequestClientCert: 'RequestClientCert',
  RequireAnyClientCert: 'RequireAnyClientCert',
  // exporter-toolkit's older name.
  RequireClientCert: 'RequireAnyClientCert',
  VerifyClientCertIfGiven: 'VerifyClientCertIfGiven',
  RequireAndVerifyClientCert: 'RequireAndVerifyClientCert',
};

/** OpenSSL's names of curves by Go's. */
const curves: Readonly<Record<string, string>> = {
  CurveP256: 'prime256v1',
  CurveP384: 'secp384r1',
  CurveP521: 'secp521r1',
  X25519: 'X25519',
};

/** `tls_server_config`; `undefined`: plain HTTP, which it is, as in exporter-toolkit, with no key about certificates. */
export function readTls(section: YamlValue | undefined): WebConfigTls | undefined {
  const fields = section?.fields(keys);
  if (!section || !fields) return undefined;
  const at = (key: Key) => fields.get(key);
  const pem = (key: 'cert' | 'key' | 'client_ca'): PemSource | undefined => {
    const path = at(`${key}_file`)?.text();
    const value = at(key);
    const text = value?.text();
    // As in exporter-toolkit the file counts when both are given.
    if (path) return { kind: 'file', path };
    return value && text ? { kind: 'inline', key: value.key, text } : undefined;
  };

  const [cert, key, clientCa] = [pem('cert'), pem('key'), pem('client_ca')];
  const clientAuthType = oneOf(at('client_auth_type'), clientAuthTypes) ?? 'NoClientCert';
  const minVersion = oneOf(at('min_version'), versions) ?? 'TLSv1.2';
  const maxVersion = oneOf(at('max_version'), versions) ?? 'TLSv1.3';
  const suites = at('cipher_suites')?.items() ?? [];
  const ciphers = suites.flatMap((one) => one.meaning(cipherSuite, 'a cipher suite of Go') ?? []);
  const preferred = at('curve_preferences')?.items() ?? [];
  const curvePreferences = preferred.flatMap((one) => oneOf(one, curves) ?? []);
  const clientAllowedSans = at('client_allowed_sans')?.texts();
  const preferServerCipherSuites = at('prefer_server_cipher_suites')?.boolean() ?? true;

  if (!cert && !key && !clientCa && !at('client_auth_type')) return undefined;
  if (minVersion > maxVersion) (at('max_version') ?? section).complain('is older than min_version');
  if (clientCa && clientAuthType === 'NoClientCert') {
    section.complain('needs client_auth_type RequireAndVerifyClientCert for client_ca_file');
  }
  if (!clientCa && clientAuthType.includes('Verify')) {
    section.complain(`needs client_ca_file for ${clientAuthType}`);
  }
  if (clientAllowedSans && !clientAuthType.startsWith('Require')) {
    at('client_allowed_sans')?.complain(
      'needs client_auth_type RequireAndVerifyClientCert or RequireAnyClientCert',
    );
  }
  if (!cert) section.complain('needs cert_file');
  if (!key) section.complain('needs key_file');
  if (!cert || !key) return undefined;
  return {
    cert,
    key,
    clientCa,
    clientAuthType,
    clientAllowedSans,
    minVersion,
    maxVersion,
    ciphers: ciphers.length === 0 ? undefined : (cipherList(ciphers) as string),
    curves: curvePreferences,
    preferServerCipherSuites,
  };
}

function oneOf<T>(value: YamlValue | undefined, table: Readonly<Record<string, T>>): T | undefined {
  return value?.meaning(
    (text) => (Object.hasOwn(table, text) ? table[text] : undefined),
    `one of ${Object.keys(table).join(', ')}`,
  );
}

function cipherSuite(name: string): string | undefined {
  return typeof cipherList([name]) === 'string' ? name : undefined;
}
