import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Runs before node_modules exists: plain JavaScript, nothing but Node.js itself.

const folder = path.resolve(import.meta.dirname, '..');

/**
 * The packages of a lockfile, without the project itself.
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages
 * @param {string} file
 * @returns {Packages}
 */
function packagesOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  delete packages[''];
  return packages;
}

/**
 * Whether node_modules holds what the lockfile says. npm writes its own copy of the lockfile into
 * node_modules as the last thing, so an installation that was cut short does not count.
 * @param {string} [project]
 */
export function isInstalled(project = folder) {
  const installedFile = path.join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = packagesOf(installedFile);
  return Object.entries(packagesOf(path.join(project, 'package-lock.json'))).every(
    ([name, wanted]) =>
      installed[name]
        ? installed[name].version === wanted.version &&
          installed[name].integrity === wanted.integrity
        : // npm leaves out what is meant for other systems.
          wanted.optional === true,
  );
}

/**
 * Prints one sentence and ends the program when this Node.js is too old for the project.
 * @param {string} [version]
 */
export function requireNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= 20) return;
  console.error(`Node.js 20 or later is needed, and this is ${version}: install a newer one.`);
  process.exit(1);
}

/** Runs `npm ci` where it is needed; npm shows its own progress. Ends the program when that fails. */
export function installDependencies() {
  if (isInstalled()) return;
  console.log('Installing dependencies (npm ci) …');
  // No shell: a path with spaces stays one word. On Windows npm is a script; we run on Linux only.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (npm.error) {
    console.error(`npm could not be started (${npm.error.message}): install npm beside Node.js.`);
    process.exit(1);
  }
  if (npm.status !== 0) {
    console.error(`npm ci failed with status ${npm.status}: its own message stands above.`);
    process.exit(1);
  }
}
