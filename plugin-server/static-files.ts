import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { SettingsError } from '../https-server/settings-error';

/**
 * The files of a built plugin by their path below the folder, with `/` between its parts.
 * @throws SettingsError when the folder cannot be read, or holds no plugin
 */
export async function readStaticFiles(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      files.set(path.relative(folder, file).split(path.sep).join('/'), await readFile(file));
    }
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    throw new SettingsError(`Option --files: ${folder} cannot be read (${code}).`, { cause });
  }
  if (!files.has('plugin-manifest.json')) {
    throw new SettingsError(
      `Option --files expects the folder of the built plugin, found no plugin-manifest.json in ${folder}.`,
    );
  }
  return files;
}
