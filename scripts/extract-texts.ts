import * as i18nextParser from 'i18next-parser';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { namespace } from '../src/i18n/namespace';
import { projectFolder } from './project-folder';
import { reportFailure, UserError } from './user-error';

// Writes the English texts of the plugin: every key that t() gets in src/, and every
// %namespace~key% of the extensions. A key is its English sentence; only plurals are edited by hand,
// and what was edited stays. `--check` compares instead of writing; `--locale FILE` is another file.

type Texts = Record<string, string>;

/** What the parser finds: the key, and the names of the values that t() was given. */
interface Found {
  readonly key: string;
  readonly count?: unknown;
}

// The package exports its parser but has no types for it.
const { parser: Parser } = i18nextParser as unknown as {
  parser: new () => { parse(content: string, filename: string): Found[] };
};

function keysInSource(): string[] {
  const source = path.join(projectFolder, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|d)\.tsx?$/.test(name))
    .map((name) => path.join(source, name));
  if (files.length === 0) throw new UserError('src/ holds no source files to read texts from.');
  const found = files.flatMap((file) => {
    const content = readFileSync(file, 'utf8');
    return new Parser().parse(content, file);
  });
  return found.flatMap((entry) =>
    'count' in entry ? [`${entry.key}_one`, `${entry.key}_other`] : [entry.key],
  );
}

function keysInExtensions(): string[] {
  const text = readFileSync(path.join(projectFolder, 'console-extensions.json'), 'utf8');
  return [...text.matchAll(new RegExp(`%${namespace}~([^%]+)%`, 'g'))].flatMap(
    ([, key]) => key ?? [],
  );
}

/** All keys with their texts, in the order of the alphabet. */
function texts(known: Texts): Texts {
  const keys = new Set([...keysInSource(), ...keysInExtensions()]);
  return Object.fromEntries(
    [...keys].sort().map((key) => [key, known[key] ?? key.replace(/_(one|other)$/, '')]),
  );
}

function readTexts(file: string): Texts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Texts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UserError(`${file} is not JSON: ${(error as Error).message}`);
  }
}

function main(args: readonly string[]): void {
  const at = args.indexOf('--locale');
  const file =
    at === -1 ? path.join(projectFolder, 'locales', 'en', `${namespace}.json`) : args[at + 1];
  if (file === undefined) throw new UserError('--locale needs a file.', 2);
  const known = readTexts(file);
  const wanted = texts(known);
  if (args.includes('--check')) {
    const missing = Object.keys(wanted).filter((key) => !(key in known));
    const unused = Object.keys(known).filter((key) => !(key in wanted));
    if (missing.length + unused.length === 0) return;
    throw new UserError(
      `${file} differs from the source. Missing: ${JSON.stringify(missing)}, unused: ${JSON.stringify(unused)}. Run: npm run i18n`,
    );
  }
  writeFileSync(file, `${JSON.stringify(wanted, null, 2)}\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
