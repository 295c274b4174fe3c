import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { UserError } from '../../scripts/user-error';

const folder = path.join(projectFolder, 'charts', 'host-processes', 'rules');

/** The rule files that the chart ships, with the window that fits this scrape interval. */
export function shippedRules(window: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      name,
      text: withWindow(name, readFileSync(path.join(folder, name), 'utf8'), window),
    }));
}

function withWindow(name: string, text: string, window: string): string {
  const replaced = text.replaceAll('[1m]', `[${window}]`);
  if (/\brate\(/.test(text) && replaced === text) {
    throw new UserError(
      `${path.join(folder, name)} has no window [1m] to put [${window}] in place of.`,
    );
  }
  return replaced;
}
