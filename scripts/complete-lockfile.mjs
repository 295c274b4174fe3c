import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// npm leaves a package for another system out of the lockfile when the registry at hand does not have
// it, and `npm ci` then refuses the lockfile everywhere. This adds what is missing, as npm writes it;
// only the integrity is not known. Run it after npm changed the lockfile; lockfile.spec.ts tells when.

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * Optional dependencies without an entry: the place for it, and who asks for it.
 * @param {Record<string, Entry>} packages
 */
export function missingEntries(packages) {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !places(place, name).some((candidate) => packages[candidate]))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );
}

/**
 * Where Node.js looks for a package, nearest first.
 * @param {string} from
 * @param {string} name
 */
function places(from, name) {
  const steps = from.split('/node_modules/');
  const folders = steps.map((_, i) => steps.slice(0, i + 1).join('/node_modules/'));
  const above =
    from === '' ? [] : folders.reverse().map((folder) => `${folder}/node_modules/${name}`);
  return [...above, `node_modules/${name}`];
}

const systems = 'aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32';
const processors = 'arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64';

/**
 * The entry of a package whose name tells its system, as all of them do.
 * @param {{ name: string, version: string, dev: boolean }} wanted
 */
export function entryFor({ name, version, dev }) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`${name} is asked for as ${version}, which is no exact version.`);
  }
  const os = new RegExp(`-(${systems})\\b`).exec(name)?.[1];
  const cpu = new RegExp(`-(${processors})\\b`).exec(name)?.[1];
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(os === 'linux' && libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/**
 * The lockfile with every missing entry in its place.
 * @param {{ packages: Record<string, Entry> }} lockfile
 */
export function completed(lockfile) {
  const added = missingEntries(lockfile.packages).map((wanted) => [
    `node_modules/${wanted.name}`,
    entryFor(wanted),
  ]);
  const entries = [...Object.entries(lockfile.packages), ...added];
  entries.sort(([a], [b]) => String(a).localeCompare(String(b), 'en'));
  return { ...lockfile, packages: Object.fromEntries(entries) };
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, '..', 'package-lock.json');
  const lockfile = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify(completed(lockfile), null, 2)}\n`);
}
