import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { cipherList } from './cipher-suites';
import type { KeyPair } from './key-pair';
import { SettingsError } from './settings-error';

export type TlsVersion = 'TLSv1.2' | 'TLSv1.3';

/** How a server speaks TLS. A change of any of it is a new object. */
export interface TlsRules {
  readonly secureContext: SecureContextOptions;
  /** Whether clients are asked for a certificate. Who has none is let in here, and judged by path. */
  readonly asksForCertificate: boolean;
}

/** What may be left out is Mozilla's intermediate profile. */
export interface TlsChoices {
  readonly pair: KeyPair;
  /** PEM of the authorities whose client certificates are trusted. */
  readonly clientAuthorities?: string | undefined;
  readonly asksForCertificate?: boolean;
  readonly minVersion?: TlsVersion;
  readonly maxVersion?: TlsVersion;
  /** For OpenSSL, from `cipherList`. */
  readonly ciphers?: string | undefined;
  /** For OpenSSL, in order of preference. */
  readonly curves?: readonly string[] | undefined;
  readonly prefersOwnOrder?: boolean;
}

/** @throws SettingsError when OpenSSL refuses the whole, with its reason */
export function tlsRules(choices: TlsChoices): TlsRules {
  const { pair, clientAuthorities: ca, curves, minVersion = 'TLSv1.2', maxVersion } = choices;
  const secureContext: SecureContextOptions = {
    ...pair,
    ...(ca !== undefined && { ca }),
    ...(maxVersion !== undefined && { maxVersion }),
    ...(curves && curves.length > 0 && { ecdhCurve: curves.join(':') }),
    minVersion,
    ciphers: choices.ciphers ?? (cipherList() as string),
    // For the DHE suites of the list: a group that fits the key.
    dhparam: 'auto',
    honorCipherOrder: choices.prefersOwnOrder ?? true,
  };
  try {
    createSecureContext(secureContext);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError(`OpenSSL does not take these TLS settings: ${reason}.`, { cause });
  }
  return {
    secureContext,
    asksForCertificate: choices.asksForCertificate ?? ca !== undefined,
  };
}
