import fs from 'node:fs';

/** A file of settings that could not be read; the message names it and says why in one sentence. */
export class ConfigurationFileError extends Error {
  override readonly name = 'ConfigurationFileError';
}

/** What tells one content of a file from another without reading it. */
interface Stamp {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

const problems: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead nowhere',
};

/**
 * A file of settings that may change while the agent runs. It is looked at, not watched: a config map is
 * replaced by swapping a symbolic link, and one `stat` a scrape follows that and every other way to change it.
 */
export class ConfigurationFile {
  private lastSeen: Stamp | 'unreadable' | undefined;

  constructor(readonly path: string) {}

  /** @throws ConfigurationFileError */
  read(): string {
    let descriptor: number | undefined;
    try {
      descriptor = fs.openSync(this.path, 'r');
      // Before its content: what changes while it is read is then noticed next time.
      this.lastSeen = fs.fstatSync(descriptor, { bigint: true });
      return fs.readFileSync(descriptor, 'utf8');
    } catch (error) {
      this.lastSeen = this.stamp();
      const { code = String(error) } = error as NodeJS.ErrnoException;
      throw new ConfigurationFileError(
        `The file ${this.path} cannot be read: ${problems[code] ?? code}.`,
        { cause: error },
      );
    } finally {
      if (descriptor !== undefined) fs.closeSync(descriptor);
    }
  }

  /** Whether it is another file, or has another content, than when it was read. */
  hasChanged(): boolean {
    const now = this.stamp();
    const { lastSeen } = this;
    if (typeof now === 'string' || typeof lastSeen === 'string') return now !== lastSeen;
    return (
      now.dev !== lastSeen?.dev ||
      now.ino !== lastSeen.ino ||
      now.size !== lastSeen.size ||
      now.mtimeNs !== lastSeen.mtimeNs ||
      now.ctimeNs !== lastSeen.ctimeNs
    );
  }

  private stamp(): Stamp | 'unreadable' {
    try {
      return fs.statSync(this.path, { bigint: true });
    } catch {
      return 'unreadable';
    }
  }
}
