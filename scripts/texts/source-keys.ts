import * as i18nextParser from 'i18next-parser';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namespace } from '../../src/i18n/namespace';
import { projectFolder } from '../project-folder';
import { UserError } from '../user-error';

/** What the parser finds: the key, and the names of the values that t() was given. */
interface Found {
  readonly key: string;
  readonly count?: unknown;
}

/** A key of the source; one with a count has a text for every plural form of a language. */
export interface SourceKey {
  readonly key: string;
  readonly counted: boolean;
}

// The package exports its parser but has no types for it.
const { parser: Parser } = i18nextParser as unknown as {
  parser: new () => { parse(content: string, filename: string): Found[] };
};

function keysOfCode(): SourceKey[] {
  const source = path.join(projectFolder, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|d)\.tsx?$/.test(name))
    .map((name) => path.join(source, name));
  if (files.length === 0) throw new UserError('src/ holds no source files to read texts from.');
  const found = files.flatMap((file) => new Parser().parse(readFileSync(file, 'utf8'), file));
  return found.map((entry) => ({ key: entry.key, counted: 'count' in entry }));
}

function keysOfExtensions(): SourceKey[] {
  const text = readFileSync(path.join(projectFolder, 'console-extensions.json'), 'utf8');
  return [...text.matchAll(new RegExp(`%${namespace}~([^%]+)%`, 'g'))].flatMap(([, key]) =>
    key === undefined ? [] : [{ key, counted: false }],
  );
}

/** Every key that t() gets in src/, and every %namespace~key% of the extensions. */
export function sourceKeys(): SourceKey[] {
  return [...keysOfCode(), ...keysOfExtensions()];
}
