/** How to speak with a server: whom to trust and who we are. */
export interface Peer {
  /** Certificate authorities (PEM). */
  readonly authorities: readonly string[];
  readonly insecureSkipTlsVerify: boolean;
  /** The name that the certificate must carry, where it is not the host's. */
  readonly serverName?: string;
  /** In place of what the environment says. */
  readonly proxyUrl?: string;
  readonly token?: string;
  readonly clientCertificate?: { readonly cert: string; readonly key: string };
}
