import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namespace } from '../../src/i18n/namespace';
import { UserError } from '../user-error';
import type { SourceKey } from './source-keys';

/** Texts of one language by key; a counted key has the plural form at its end: `{{count}} more_other`. */
export type Texts = Readonly<Record<string, string>>;

/** The language of the keys; its texts write themselves. */
export const keyLanguage = 'en';

/** The plural forms of a language as CLDR has them, which are the endings of i18next. */
function pluralForms(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** The keys that a language's file has, in the order of the alphabet. */
export function keysOf(language: string, source: readonly SourceKey[]): string[] {
  const forms = pluralForms(language);
  const keys = source.flatMap(({ key, counted }) =>
    counted ? forms.map((form) => `${key}_${form}`) : [key],
  );
  return [...new Set(keys)].sort();
}

/** A key of a file without the ending of its plural form, which is the English sentence. */
export function sentenceOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

/** Where the texts of a language are; `folder` holds one folder a language. */
export function textsFile(folder: string, language: string): string {
  return path.join(folder, language, `${namespace}.json`);
}

/** The languages of a folder of locales. */
export function languagesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}

/** The texts that a language has; none where it has no file yet. */
export function readTexts(folder: string, language: string): Texts {
  const file = textsFile(folder, language);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Texts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UserError(`${file} is not JSON: ${(error as Error).message}`);
  }
}
