import { isIP, SocketAddress } from 'node:net';
import type { PeerCertificate } from 'node:tls';

/** Who a certificate says its holder is. */
export interface CertificateNames {
  readonly commonNames: readonly string[];
  /** DNS names, e-mail addresses, IP addresses and URIs of its subject alternative names. */
  readonly alternativeNames: readonly string[];
}

/** The names in a certificate as Node.js gives it. */
export function namesOf({ subject, subjectaltname }: PeerCertificate): CertificateNames {
  // An array when there are several: the type does not say so.
  const commonName = (subject as Partial<Record<'CN', string | string[]>> | undefined)?.CN ?? [];
  return {
    commonNames: [commonName].flat(),
    alternativeNames: alternativeNames(subjectaltname ?? ''),
  };
}

/** An IP address in its one shortest form, anything else as it is. */
export function canonicalName(name: string): string {
  const family = isIP(name);
  if (family === 0) return name;
  return new SocketAddress({ address: name, family: family === 6 ? 'ipv6' : 'ipv4' }).address;
}

const kinds = new Set(['DNS', 'email', 'IP Address', 'URI']);

// `DNS:a, URI:"b, c"`: Node.js quotes, as JSON, a value that could be taken for several.
function alternativeNames(text: string): string[] {
  const entry = /([A-Za-z0-9 ]+):("(?:[^"\\]|\\.)*"|[^,"]*)(?:, |$)/y;
  const names: string[] = [];
  for (let match = entry.exec(text); match; match = entry.exec(text)) {
    const [, kind = '', value = ''] = match;
    if (kinds.has(kind)) {
      names.push(canonicalName(value.startsWith('"') ? (JSON.parse(value) as string) : value));
    }
    if (entry.lastIndex === text.length) return names;
  }
  // What cannot be read to its end names nobody.
  return text === '' ? names : [];
}
