import { getCiphers } from 'node:tls';

/** TLS 1.3 suites: always offered where TLS 1.3 is, as Go does, whatever a list says about TLS 1.2. */
const tls13Suites = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
] as const;

/**
 * The TLS 1.2 suites of Mozilla's "intermediate" profile (version 5.7), which is OpenShift's default,
 * too: OpenSSL's names by IANA's, which Go uses.
 */
const intermediateSuites = {
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: 'ECDHE-ECDSA-AES128-GCM-SHA256',
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: 'ECDHE-RSA-AES128-GCM-SHA256',
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: 'ECDHE-ECDSA-AES256-GCM-SHA384',
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384: 'ECDHE-RSA-AES256-GCM-SHA384',
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256: 'ECDHE-ECDSA-CHACHA20-POLY1305',
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256: 'ECDHE-RSA-CHACHA20-POLY1305',
  TLS_DHE_RSA_WITH_AES_128_GCM_SHA256: 'DHE-RSA-AES128-GCM-SHA256',
  TLS_DHE_RSA_WITH_AES_256_GCM_SHA384: 'DHE-RSA-AES256-GCM-SHA384',
  TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256: 'DHE-RSA-CHACHA20-POLY1305',
} as const;

/** What Go knows beside these. */
const olderSuites = {
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256: 'ECDHE-ECDSA-AES128-SHA256',
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256: 'ECDHE-RSA-AES128-SHA256',
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA: 'ECDHE-ECDSA-AES128-SHA',
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA: 'ECDHE-RSA-AES128-SHA',
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA: 'ECDHE-ECDSA-AES256-SHA',
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA: 'ECDHE-RSA-AES256-SHA',
} as const;

const byIanaName: Readonly<Record<string, string>> = { ...intermediateSuites, ...olderSuites };

/** What is wrong with a name of a list: for a sentence. */
export interface UnknownSuite {
  readonly unknown: string;
}

/**
 * The cipher list for OpenSSL.
 * @param names IANA's (Go's) or OpenSSL's, in order of preference; none: Mozilla's intermediate
 */
export function cipherList(names: readonly string[] = []): string | UnknownSuite {
  if (names.length === 0) return [...tls13Suites, ...Object.values(intermediateSuites)].join(':');
  const known = names.map(openSslName);
  const at = known.indexOf(undefined);
  if (at !== -1) return { unknown: names[at] ?? '' };
  // Without them OpenSSL would not speak TLS 1.3 at all.
  const offered = known.some((name) => name?.startsWith('TLS_')) ? [] : tls13Suites;
  return [...offered, ...known].join(':');
}

function openSslName(name: string): string | undefined {
  const translated = Object.hasOwn(byIanaName, name) ? (byIanaName[name] ?? name) : name;
  return getCiphers().includes(translated.toLowerCase()) ? translated : undefined;
}
