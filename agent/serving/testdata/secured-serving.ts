import {
  CertificateAuthority,
  MountedSecret,
} from '../../../https-server/testdata/certificate-authority';
import { type Flags, type Serving, startServing } from './serving';

// For specs of the metrics server: what a spec starts ends with it.

/** Who issues the servers' certificates, and who the clients'. */
export const authority = new CertificateAuthority();
export const clients = new CertificateAuthority('Clients');
const running: Serving[] = [];

afterAll(() => {
  authority.remove();
  clients.remove();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((serving) => serving.stop()));
});

/** @param text the exposition, when it is not the usual one */
export async function start(flags: Flags, text?: string): Promise<Serving> {
  const serving = await startServing(flags, undefined, text);
  running.push(serving);
  return serving;
}

/** Flags for HTTPS with a certificate of the authority. */
export function tlsFlags(): Flags {
  const { certFile, keyFile } = authority.issueServer();
  return { tlsCertFile: certFile, tlsKeyFile: keyFile };
}

/** @returns the path of a file that holds the text */
export function file(name: string, text: string): string {
  return new MountedSecret(authority.folder, { [name]: text }).path(name);
}

/** What a client with this token asks with. */
export const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
