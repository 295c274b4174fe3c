import type { TlsVersion } from '../../../https-server/tls-rules';
import type { RateLimit } from '../token-bucket';

/** What a file of exporter-toolkit's format says (its docs/web-configuration.md). */
export interface WebConfig {
  /** `undefined`: plain HTTP. */
  readonly tls: WebConfigTls | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** bcrypt hashes by user; empty: no basic authentication. */
  readonly users: ReadonlyMap<string, string>;
  readonly rateLimit: RateLimit | undefined;
}

/** PEM, in the file itself or in another (as written: relative to the file's folder). */
export type PemSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'inline'; readonly key: string; readonly text: string };

/** Go's tls.ClientAuthType. */
export type ClientAuthType =
  | 'NoClientCert'
  | 'RequestClientCert'
  | 'RequireAnyClientCert'
  | 'VerifyClientCertIfGiven'
  | 'RequireAndVerifyClientCert';

export interface WebConfigTls {
  readonly cert: PemSource;
  readonly key: PemSource;
  readonly clientCa: PemSource | undefined;
  readonly clientAuthType: ClientAuthType;
  readonly clientAllowedSans: readonly string[] | undefined;
  readonly minVersion: TlsVersion;
  readonly maxVersion: TlsVersion;
  /** For OpenSSL; `undefined`: our default. */
  readonly ciphers: string | undefined;
  /** For OpenSSL; empty: its default. */
  readonly curves: readonly string[];
  readonly preferServerCipherSuites: boolean;
}
