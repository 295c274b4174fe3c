import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a certificate says. */
export interface Subject {
  readonly commonName: string;
  /** As OpenSSL writes them: `DNS:localhost,IP:127.0.0.1`. */
  readonly alternativeNames?: string;
  readonly usage?: 'serverAuth' | 'clientAuth';
  /** Below 0: it has expired. */
  readonly days?: number;
}

/** Where a certificate and its key lie, with their texts. */
export interface Issued {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
}

/** A new authority in a folder of its own, made by the real openssl, for one test. */
export class CertificateAuthority {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'host-processes-authority-'));
  readonly caFile = path.join(this.folder, 'ca.crt');
  readonly ca: string;
  readonly #keyFile = path.join(this.folder, 'ca.key');
  #issued = 0;

  constructor(commonName = 'The authority of a test') {
    openssl(
      'req',
      '-x509',
      ...newKey(this.#keyFile),
      '-out',
      this.caFile,
      '-days',
      '2',
      '-subj',
      `/CN=${commonName}`,
    );
    this.ca = readFileSync(this.caFile, 'utf8');
  }

  issue({ commonName, alternativeNames, usage, days = 1 }: Subject): Issued {
    const base = path.join(this.folder, `issued-${++this.#issued}`);
    const [certFile, keyFile, requestFile] = [`${base}.crt`, `${base}.key`, `${base}.csr`];
    const extensions = [
      alternativeNames && `subjectAltName=${alternativeNames}`,
      usage && `extendedKeyUsage=${usage}`,
    ].filter((extension) => extension !== undefined && extension !== '');
    openssl(
      'req',
      '-new',
      ...newKey(keyFile),
      '-out',
      requestFile,
      '-subj',
      `/CN=${commonName}`,
      ...extensions.flatMap((extension) => ['-addext', extension ?? '']),
    );
    openssl(
      'x509',
      '-req',
      '-in',
      requestFile,
      '-out',
      certFile,
      '-CA',
      this.caFile,
      '-CAkey',
      this.#keyFile,
      '-set_serial',
      String(this.#issued),
      '-days',
      String(days),
      '-copy_extensions',
      'copy',
    );
    return {
      certFile,
      keyFile,
      cert: readFileSync(certFile, 'utf8'),
      key: readFileSync(keyFile, 'utf8'),
    };
  }

  /** A certificate for a server on this machine. */
  issueServer(subject: Partial<Subject> = {}): Issued {
    return this.issue({
      commonName: 'localhost',
      alternativeNames: 'DNS:localhost,IP:127.0.0.1,IP:::1',
      usage: 'serverAuth',
      ...subject,
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The mode of a secret's files, and the group that kubelet gives them. */
export interface FileAccess {
  readonly mode: number;
  readonly gid: number;
}

/**
 * A folder as kubelet mounts a secret: each file a link to `..data/FILE`, `..data` a link to a folder
 * of this moment; a change swaps that one link.
 */
export class MountedSecret {
  readonly folder: string;
  #generation = 0;

  /** @param access takes root; without it files are as this process makes them */
  constructor(
    parent: string,
    files: Readonly<Record<string, string>>,
    private readonly access?: FileAccess,
  ) {
    this.folder = mkdtempSync(path.join(parent, 'secret-'));
    chmodSync(this.folder, 0o755);
    this.swap(files);
    for (const name of Object.keys(files)) {
      symlinkSync(path.join('..data', name), this.path(name));
    }
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  swap(files: Readonly<Record<string, string>>): void {
    const generation = `..generation-${++this.#generation}`;
    mkdirSync(this.path(generation));
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.folder, generation, name);
      writeFileSync(file, text);
      if (this.access) {
        chownSync(file, 0, this.access.gid);
        chmodSync(file, this.access.mode);
      }
    }
    symlinkSync(generation, this.path('..data_tmp'));
    renameSync(this.path('..data_tmp'), this.path('..data'));
  }
}

const newKey = (file: string) => [
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:P-256',
  '-nodes',
  '-keyout',
  file,
];

function openssl(...args: string[]): void {
  try {
    execFileSync('openssl', args, { stdio: 'pipe' });
  } catch (cause) {
    const { stderr } = cause as { stderr?: Buffer };
    throw new Error(
      `openssl ${args[0] ?? ''} failed; it must be installed (3.0 or later): ${stderr?.toString() ?? String(cause)}`,
      { cause },
    );
  }
}
