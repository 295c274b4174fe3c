import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';

/** One number for the names and contents of these files and folders (relative to the project). */
export function hashOf(relativePaths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of relativePaths.flatMap(filesUnder)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(projectFolder, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(relative: string): string[] {
  const absolute = path.join(projectFolder, relative);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats) return [];
  if (stats.isFile()) return [relative];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectFolder, path.join(entry.parentPath, entry.name)))
    .sort();
}
