import path from 'node:path';
import { authorities, keyPair, type Pem, readPem } from '../../../https-server/key-pair';
import type { ReadFile } from '../../../https-server/reloaded';
import type { TlsChoices } from '../../../https-server/tls-rules';
import type { CertificateDemand } from '../access/client-certificate';
import type { PemSource, WebConfigTls } from './web-config';

/**
 * What the file says about TLS, with the PEM files read that it names.
 * @param folder that paths are relative to: the file's own
 */
export function webConfigTls(tls: WebConfigTls, folder: string, read: ReadFile): TlsChoices {
  const pem = (source: PemSource): Pem =>
    source.kind === 'inline'
      ? { name: source.key, text: source.text }
      : readPem(read, path.resolve(folder, source.path));
  const { minVersion, maxVersion, ciphers, curves } = tls;
  return {
    pair: keyPair(pem(tls.cert), pem(tls.key)),
    clientAuthorities: tls.clientCa && authorities(pem(tls.clientCa)),
    asksForCertificate: tls.clientAuthType !== 'NoClientCert',
    minVersion,
    maxVersion,
    ciphers,
    curves,
    prefersOwnOrder: tls.preferServerCipherSuites,
  };
}

/** What the file asks of client certificates. */
export function certificateDemand(tls: WebConfigTls): CertificateDemand {
  return {
    required: tls.clientAuthType.startsWith('Require'),
    verified: tls.clientAuthType.includes('Verify'),
    names: tls.clientAllowedSans,
    commonNameCounts: false,
  };
}
