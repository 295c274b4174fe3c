import { chmodSync, cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { copies } from './containerfile';

/** Where the stage that builds has the project. */
const builtIn = '/src/';

/**
 * Carries out the copy list of the Containerfile's last stage in a new folder: what the image adds to its
 * base, from what was built here.
 * @throws Error when something that it copies is not there
 */
export function layImageRoot(): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'host-processes-image-'));
  chmodSync(root, 0o755);
  for (const { from, source, destination } of copies()) {
    const file = from === undefined ? source : source.slice(builtIn.length);
    if (from !== undefined && !source.startsWith(builtIn)) {
      throw new Error(`COPY --from=${from} ${source}: expected a path below ${builtIn}.`);
    }
    const target = path.join(root, destination);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(projectFolder, file), target, { recursive: true });
  }
  return root;
}
