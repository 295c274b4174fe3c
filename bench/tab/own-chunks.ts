import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '../../scripts/project-folder';

const dist = path.join(projectFolder, 'dist');
/**
 * Our code. All else is PatternFly with what it needs, which the console has itself: there, these files
 * stay unloaded.
 */
const isOurs = (module: string) => /\.\/(src|prometheus|metrics)\//.test(module);

/** Which modules each file of the built plugin has in it, as its build wrote down. */
function modulesOfFiles(): Readonly<Record<string, readonly string[]>> {
  const list = path.join(dist, 'plugin-modules.json');
  return JSON.parse(readFileSync(list, 'utf8')) as Record<string, string[]>;
}

/** Those of these files of the plugin that have code of ours in them. */
export function ownChunks(files: readonly string[]): string[] {
  const modules = modulesOfFiles();
  return files.filter((file) => modules[file]?.some(isOurs) ?? true);
}

/** What files of the plugin are on the wire together, compressed, in bytes. */
export function gzipBytes(files: readonly string[]): number {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(dist, 'plugin', file))).length,
    0,
  );
}

/** The file of the plugin that an address of the console asks for; undefined for any other address. */
export function pluginScript(url: string): string | undefined {
  return /\/api\/plugins\/host-processes\/([^?]+\.js)(\?|$)/.exec(url)?.[1];
}

/** The most that may be loaded, in bytes: with every page of the console, and when the tab opens. */
export const limits = { entryBytes: 15 * 1024, tabBytes: 250 * 1024 } as const;
