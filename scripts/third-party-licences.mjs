// Writes the licences of what the image's programs and the plugin are bundled with: dist/licences/.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '..');
const { dependencies, devDependencies } = JSON.parse(read('package.json'));
/** @type {Record<string, { version: string, license?: string, dependencies?: object, peerDependencies?: object, peerDependenciesMeta?: object }>} */
const locked = JSON.parse(read('package-lock.json')).packages;

/** @param {string} file */
function read(file) {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** What the pages import: they are bundled, and so are development dependencies to npm. */
function importedByPages() {
  const files = readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /(?<!\.spec)\.tsx?$/.test(file));
  const texts = sources.map((file) => read(path.join('src', file))).join('\n');
  const names = texts.matchAll(/from '((?:@[^/']+\/)?[^./'][^/']*)/g);
  return [...names].flatMap(([, name = '']) => (name in devDependencies ? name : []));
}

/**
 * Where Node.js finds a package from the place of another.
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function placeOf(name, from) {
  const place = `${from ? `${from}/` : ''}node_modules/${name}`;
  if (place in locked) return place;
  return from === ''
    ? undefined
    : placeOf(name, from.replace(/(^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, ''));
}

/** The packages and all that they depend on: at least what is bundled. */
function closure() {
  /** @type {Set<string>} */
  const found = new Set();
  /** @type {(names: Iterable<string>, from: string) => void} */
  const add = (names, from) => {
    for (const name of names) {
      const place = placeOf(name, from);
      if (place === undefined || found.has(place)) continue;
      found.add(place);
      const one = locked[place];
      add(
        Object.keys({
          ...one?.dependencies,
          ...one?.peerDependencies,
          ...one?.peerDependenciesMeta,
        }),
        place,
      );
    }
  };
  add([...Object.keys(dependencies), ...importedByPages()], '');
  return [...found].sort();
}

/** @param {string} place */
function chapter(place) {
  const { version, license } = locked[place] ?? {};
  const inside = readdirSync(path.join(folder, place), { recursive: true, encoding: 'utf8' });
  // Some bring packages of others inside them.
  const files = inside.filter((name) =>
    /^(?!.*node_modules\/)(?:.*\/)?(?:licen[cs]e|notice|copying)(?:[.-](?:md|txt|mit))?$/i.test(
      name,
    ),
  );
  const texts = files.sort().map((name) => read(path.join(place, name)).trim());
  if (texts.length === 0) texts.push(`It comes without a text; its package.json says ${license}.`);
  const title = `${place.replace(/^.*node_modules\//, '')} ${version} (${license})`;
  return [title, '='.repeat(title.length), ...texts].join('\n\n');
}

mkdirSync(path.join(folder, 'dist', 'licences'), { recursive: true });
writeFileSync(
  path.join(folder, 'dist', 'licences', 'third-party.txt'),
  `${closure().map(chapter).join('\n\n\n')}\n`,
);
