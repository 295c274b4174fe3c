import { cipherList } from '../../https-server/cipher-suites';
import { SettingsError } from '../../https-server/settings-error';
import type { TlsVersion } from '../../https-server/tls-rules';

/** How the agent serves. */
export type WebOptions =
  | { readonly kind: 'config-file'; readonly configFile: string }
  | {
      readonly kind: 'flags';
      readonly tls: TlsOptions | undefined;
      readonly bearerTokenFile: string | undefined;
    };

export interface TlsOptions {
  readonly certFile: string;
  readonly keyFile: string;
  readonly minVersion: TlsVersion;
  /** For OpenSSL. */
  readonly ciphers: string;
  readonly clientCaFile: string | undefined;
  /** Empty: whoever the authority signed for. */
  readonly clientNames: readonly string[];
}

/** Rows for the table of the agent's flags. */
export const webFlags = {
  webConfigFile: {
    name: 'web.config.file',
    placeholder: 'FILE',
    default: '',
    help: "TLS and basic authentication in exporter-toolkit's YAML, read again when it changes. Excludes the flags below.",
  },
  tlsCertFile: {
    name: 'web.tls-cert-file',
    placeholder: 'FILE',
    default: '',
    help: 'Certificate (PEM, with its chain) to serve HTTPS with, read again when it changes. Plain HTTP when left out.',
  },
  tlsKeyFile: {
    name: 'web.tls-key-file',
    placeholder: 'FILE',
    default: '',
    help: 'Private key (PEM) of that certificate.',
  },
  tlsMinVersion: {
    name: 'web.tls-min-version',
    placeholder: 'TLS12|TLS13',
    default: 'TLS12',
    help: 'The oldest version of TLS that is spoken.',
  },
  tlsCiphers: {
    name: 'web.tls-ciphers',
    placeholder: 'NAME,...',
    default: '',
    help: "Cipher suites by their IANA (Go) or OpenSSL names, best first; TLS 1.3 suites need not be named. Mozilla's intermediate profile when left out.",
  },
  tlsClientCaFile: {
    name: 'web.tls-client-ca-file',
    placeholder: 'FILE',
    default: '',
    help: 'Authorities (PEM, up to the root) that sign client certificates, read again when it changes. Then all but /healthz needs such a certificate; with --web.bearer-token-file either the token or a certificate suffices.',
  },
  tlsClientNames: {
    name: 'web.tls-client-names',
    placeholder: 'NAME,...',
    default: '',
    help: 'Common names or subject alternative names, one of which the client certificate must carry. Any when left out.',
  },
  bearerTokenFile: {
    name: 'web.bearer-token-file',
    placeholder: 'FILE',
    default: '',
    help: 'A secret, read again when it changes. Then all but /healthz needs it as bearer token; with --web.tls-client-ca-file either the token or a certificate suffices.',
  },
} as const;

type WebFlagKey = keyof typeof webFlags;

const versions: Readonly<Record<string, TlsVersion>> = { TLS12: 'TLSv1.2', TLS13: 'TLSv1.3' };

/**
 * Reads what the flags above say.
 * @param textOf the value of a flag, or its default
 * @throws SettingsError for whatever cannot be taken
 */
export function parseWebOptions(textOf: (key: WebFlagKey) => string): WebOptions {
  const flag = (key: WebFlagKey) => `--${webFlags[key].name}`;
  const isGiven = (key: WebFlagKey) => textOf(key) !== webFlags[key].default;
  const needs = (given: WebFlagKey, needed: WebFlagKey) => {
    if (isGiven(given) && !isGiven(needed)) {
      throw new SettingsError(`Option ${flag(given)} needs ${flag(needed)}, too.`);
    }
  };
  if (isGiven('webConfigFile')) {
    const others = Object.keys(webFlags) as WebFlagKey[];
    const beside = others.find((key) => key !== 'webConfigFile' && isGiven(key));
    if (beside) {
      throw new SettingsError(
        `Option ${flag(beside)} cannot stand beside ${flag('webConfigFile')}: say it in the file.`,
      );
    }
    return { kind: 'config-file', configFile: textOf('webConfigFile') };
  }
  needs('tlsCertFile', 'tlsKeyFile');
  needs('tlsKeyFile', 'tlsCertFile');
  needs('tlsMinVersion', 'tlsCertFile');
  needs('tlsCiphers', 'tlsCertFile');
  needs('tlsClientCaFile', 'tlsCertFile');
  needs('tlsClientNames', 'tlsClientCaFile');

  const minVersion = versions[textOf('tlsMinVersion')];
  if (!minVersion) {
    throw new SettingsError(
      `Option ${flag('tlsMinVersion')} expects TLS12 or TLS13, found ${JSON.stringify(textOf('tlsMinVersion'))}.`,
    );
  }
  const ciphers = cipherList(namesIn(textOf('tlsCiphers')));
  if (typeof ciphers !== 'string') {
    throw new SettingsError(
      `Option ${flag('tlsCiphers')} expects IANA or OpenSSL names of cipher suites, found ${JSON.stringify(ciphers.unknown)}.`,
    );
  }
  const pathOf = (key: WebFlagKey) => (isGiven(key) ? textOf(key) : undefined);
  const [certFile, keyFile] = [pathOf('tlsCertFile'), pathOf('tlsKeyFile')];
  return {
    kind: 'flags',
    tls:
      certFile === undefined || keyFile === undefined
        ? undefined
        : {
            certFile,
            keyFile,
            minVersion,
            ciphers,
            clientCaFile: pathOf('tlsClientCaFile'),
            clientNames: namesIn(textOf('tlsClientNames')),
          },
    bearerTokenFile: pathOf('bearerTokenFile'),
  };
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
