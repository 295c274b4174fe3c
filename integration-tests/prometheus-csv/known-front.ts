import { beginLifetime } from '../../demo/launcher/lifetime';
import { CertificateAuthority } from '../../https-server/testdata/certificate-authority';
import { startKnownCluster, type KnownCluster } from './known-cluster';
import { buildProgram } from './program';
import { guardPrometheus, type Front } from './tls-front';

/** A real Prometheus with known data, over TLS, with a token. */
export interface KnownFront {
  readonly authority: CertificateAuthority;
  cluster: KnownCluster;
  front: Front;
}

/** The built program and a known front, before all tests of a spec. */
export function useKnownFront(): KnownFront {
  // The program starts several times in a test, on machines that do other things, too.
  jest.setTimeout(60_000);
  const lifetime = beginLifetime();
  const authority = new CertificateAuthority();
  const known = { authority } as KnownFront;
  beforeAll(async () => {
    await buildProgram();
    known.cluster = await startKnownCluster(lifetime);
    known.front = await guardPrometheus(lifetime, authority, known.cluster.url);
  }, 180_000);
  afterAll(async () => {
    await lifetime.end();
    authority.remove();
  });
  return known;
}
