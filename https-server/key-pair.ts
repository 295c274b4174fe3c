import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { ReadFile } from './reloaded';
import { SettingsError } from './settings-error';

/** PEM text, and what to call it when something is wrong with it: a file's path or a key's name. */
export interface Pem {
  readonly name: string;
  readonly text: string;
}

/** A certificate with its chain, and its key: what `tls.createSecureContext` takes. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

export function readPem(read: ReadFile, path: string): Pem {
  return { name: path, text: read(path).toString('latin1') };
}

/** @throws SettingsError when one of them is no PEM, or they do not belong together */
export function keyPair(certificate: Pem, key: Pem): KeyPair {
  const [first] = certificates(certificate);
  if (!first?.checkPrivateKey(privateKey(key))) {
    throw new SettingsError(
      `The key in ${key.name} does not belong to the certificate in ${certificate.name}.`,
    );
  }
  return { cert: certificate.text, key: key.text };
}

/** Certificates of authorities, for `tls.createSecureContext`. @throws SettingsError */
export function authorities(pem: Pem): string {
  certificates(pem);
  return pem.text;
}

const block = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

function certificates({ name, text }: Pem): X509Certificate[] {
  const blocks = text.match(block) ?? [];
  if (blocks.length === 0) {
    throw new SettingsError(`${name}: expected a certificate in PEM form, found none.`);
  }
  return blocks.map((one, i) => {
    try {
      return new X509Certificate(one);
    } catch (cause) {
      throw new SettingsError(`${name}: certificate ${i + 1} cannot be parsed.`, { cause });
    }
  });
}

function privateKey({ name, text }: Pem): KeyObject {
  try {
    return createPrivateKey(text);
  } catch (cause) {
    throw new SettingsError(
      `${name}: expected a private key in PEM form without a passphrase, found none.`,
      { cause },
    );
  }
}
