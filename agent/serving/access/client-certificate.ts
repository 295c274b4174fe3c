import { type PeerCertificate, TLSSocket } from 'node:tls';
import { type Access, allowed } from './access';
import { canonicalName, namesOf } from './certificate-names';

/** What is asked of a client certificate. */
export interface CertificateDemand {
  /** Whether who has none is refused. */
  readonly required: boolean;
  /** Whether an authority that we trust must have signed it, for clients, and it must be valid now. */
  readonly verified: boolean;
  /** One of these must be among its names; `undefined`: any name. */
  readonly names: readonly string[] | undefined;
  /** Whether the subject's common name counts as a name. */
  readonly commonNameCounts: boolean;
}

/** Lets in who has shown, and proved to own, a certificate that meets the demand. */
export function clientCertificate(demand: CertificateDemand): Access {
  const wanted = demand.names && new Set(demand.names.map(canonicalName));
  return ({ socket }) => {
    if (!(socket instanceof TLSSocket)) return none;
    // A resumed TLS 1.3 session without a certificate counts as authorized to Node.js: look for one first.
    const certificate = socket.getPeerCertificate() as Partial<PeerCertificate> | undefined;
    if (!certificate?.raw) return demand.required ? none : allowed;
    if (demand.verified && !socket.authorized) {
      return refusal(`The client certificate is refused: ${String(socket.authorizationError)}.`);
    }
    if (!wanted) return allowed;
    const { commonNames, alternativeNames } = namesOf(certificate as PeerCertificate);
    const names = demand.commonNameCounts
      ? [...commonNames, ...alternativeNames]
      : alternativeNames;
    if (names.some((name) => wanted.has(canonicalName(name)))) return allowed;
    return refusal('The client certificate is of somebody who may not see this.');
  };
}

const none = {
  allowed: false,
  status: 401,
  reason: 'A client certificate is needed.',
} as const;

function refusal(reason: string) {
  return { allowed: false, status: 403, reason } as const;
}
