import { cipherList } from '../../../https-server/cipher-suites';
import type { TlsVersion } from '../../../https-server/tls-rules';
import { readBoolean } from './read-http';
import type { ClientAuthType, PemSource, WebConfigTls } from './web-config';
import type { Place, YamlReading } from './yaml-reading';

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
export function readTls(reading: YamlReading, place: Place | undefined): WebConfigTls | undefined {
  const section = reading.mapping(place, keys);
  const at = (key: Key) => section.get(key);
  const oneOf = <T>(key: Key, table: Readonly<Record<string, T>>) => oneOfAt(at(key), table);
  const oneOfAt = <T>(one: Place | undefined, table: Readonly<Record<string, T>>) =>
    reading.meaning(
      one,
      (text) => (Object.hasOwn(table, text) ? table[text] : undefined),
      `one of ${Object.keys(table).join(', ')}`,
    );
  const pem = (key: 'cert' | 'key' | 'client_ca'): PemSource | undefined => {
    const path = reading.text(at(`${key}_file`));
    const text = reading.text(at(key));
    // As in exporter-toolkit the file counts when both are given.
    if (path) return { kind: 'file', path };
    return text ? { kind: 'inline', key: at(key)?.key ?? key, text } : undefined;
  };

  const [cert, key, clientCa] = [pem('cert'), pem('key'), pem('client_ca')];
  const givenType = oneOf('client_auth_type', clientAuthTypes);
  const clientAuthType = givenType ?? 'NoClientCert';
  const minVersion = oneOf('min_version', versions) ?? 'TLSv1.2';
  const maxVersion = oneOf('max_version', versions) ?? 'TLSv1.3';
  const suites = reading.list(at('cipher_suites')) ?? [];
  const known = suites.map((one) =>
    reading.meaning(
      one,
      (name) => (typeof cipherList([name]) === 'string' ? name : undefined),
      'a cipher suite of Go',
    ),
  );
  const curvePreferences = (reading.list(at('curve_preferences')) ?? []).flatMap(
    (one) => oneOfAt(one, curves) ?? [],
  );
  const sans = reading.list(at('client_allowed_sans'));
  const clientAllowedSans = sans?.flatMap((one) => reading.text(one) ?? []);
  const preferServerCipherSuites = readBoolean(reading, at('prefer_server_cipher_suites')) ?? true;

  if (!place || (!cert && !key && !clientCa && !at('client_auth_type'))) return undefined;
  if (minVersion > maxVersion) {
    reading.complain(at('max_version') ?? place, 'is older than min_version');
  }
  const type = at('client_auth_type') ?? place;
  if (clientCa && clientAuthType === 'NoClientCert') {
    reading.complain(type, 'client_ca_file needs a client_auth_type, RequireAndVerifyClientCert');
  }
  if (!clientCa && clientAuthType.includes('Verify')) {
    reading.complain(type, `${clientAuthType} needs client_ca_file`);
  }
  if (clientAllowedSans && !clientAuthType.startsWith('Require')) {
    reading.complain(
      at('client_allowed_sans') ?? place,
      'needs client_auth_type RequireAndVerifyClientCert or RequireAnyClientCert',
    );
  }
  if (!cert) reading.complain(place, 'cert_file is missing');
  if (!key) reading.complain(place, 'key_file is missing');
  if (!cert || !key) return undefined;
  const ciphers = known.flatMap((name) => name ?? []);
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
