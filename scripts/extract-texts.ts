import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project-folder';
import {
  keyLanguage,
  keysOf,
  languagesIn,
  readTexts,
  sentenceOf,
  textsFile,
  type Texts,
} from './texts/languages';
import { sourceKeys } from './texts/source-keys';
import { reportFailure, UserError } from './user-error';

// Writes the texts of the plugin, one file a language. A key is its English sentence, so English writes
// itself, but for plurals, which are edited by hand and stay. In other languages what is no longer said
// goes, and what is missing is told: somebody has to translate it. `--check` compares instead of
// writing; `--locales FOLDER` is another folder of languages.

function difference(file: string, known: Texts, keys: readonly string[]): string | undefined {
  const missing = keys.filter((key) => !(key in known));
  const unused = Object.keys(known).filter((key) => !keys.includes(key));
  if (missing.length + unused.length === 0) return undefined;
  return `${file} differs from the source. Missing: ${JSON.stringify(missing)}, unused: ${JSON.stringify(unused)}.`;
}

function write(file: string, language: string, known: Texts, keys: readonly string[]): void {
  const texts = keys.flatMap((key) => {
    const text = known[key] ?? (language === keyLanguage ? sentenceOf(key) : undefined);
    return text === undefined ? [] : [[key, text] as const];
  });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`);
}

function main(args: readonly string[]): void {
  const at = args.indexOf('--locales');
  const folder = at === -1 ? path.join(projectFolder, 'locales') : args[at + 1];
  if (folder === undefined) throw new UserError('--locales needs a folder.', 2);
  const source = sourceKeys();
  const complaints = languagesIn(folder).flatMap((language) => {
    const keys = keysOf(language, source);
    const file = textsFile(folder, language);
    if (!args.includes('--check')) write(file, language, readTexts(folder, language), keys);
    return difference(file, readTexts(folder, language), keys) ?? [];
  });
  if (complaints.length === 0) return;
  throw new UserError(
    `${complaints.join('\n')}\nRun npm run i18n, and translate what is missing then.`,
  );
}

try {
  main(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
}
