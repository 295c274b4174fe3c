import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { ClusterError } from './cluster-error';

/** Reads a file that the user named. @throws ClusterError that says what it was for */
export function readNamedFile(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const why = { ENOENT: 'there is no such file', EACCES: 'permission denied' }[code];
    throw new ClusterError(`Cannot read ${what} ${file}: ${why ?? (cause as Error).message}.`, {
      cause,
    });
  }
}

const pem = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----/;

/** Certificates of a file of authorities. @throws ClusterError when it holds none */
export function authoritiesIn(file: string): string {
  const text = readNamedFile(file, 'the certificate authorities');
  if (!pem.test(text)) {
    throw new ClusterError(`The file ${file} holds no certificate in PEM.`);
  }
  return text;
}

/**
 * Whom to trust: those whom Node.js trusts, with the file in NODE_EXTRA_CA_CERTS, and these. (Once
 * `ca` is set, Node.js adds neither by itself.)
 */
export function trustedWith(extra: readonly string[]): string[] {
  const file = process.env.NODE_EXTRA_CA_CERTS;
  const named = file === undefined || file === '' ? [] : [authoritiesIn(file)];
  return [...tls.rootCertificates, ...named, ...extra];
}
