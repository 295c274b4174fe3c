import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectFolder } from './project-folder';
import { languagesIn, readTexts, sentenceOf, textsFile, type Texts } from './texts/languages';

const shipped = path.join(projectFolder, 'locales');
const tsx = path.join(projectFolder, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const script = path.join(projectFolder, 'scripts', 'extract-texts.ts');

function extract(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [tsx, script, ...args], { encoding: 'utf8' });
}

function without(texts: Texts, key: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => name !== key));
}

describe('extracting texts', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'texts-'));
    cpSync(shipped, folder, { recursive: true });
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const edit = (language: string, change: (texts: Texts) => Texts) =>
    writeFileSync(textsFile(folder, language), JSON.stringify(change(readTexts(folder, language))));

  it('finds the texts of every language to be exactly the keys of the source', () => {
    expect(extract('--check')).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['en', 'ja'])('complains of a key that %s lacks or has for nothing', (language) => {
    edit(language, (texts) => ({ ...without(texts, 'Idle'), 'No longer said': 'x' }));
    const { status, stderr } = extract('--check', '--locales', folder);
    expect(status).toBe(1);
    expect(stderr).toContain('Missing: ["Idle"], unused: ["No longer said"]');
  });

  it('keeps what was edited by hand, and writes the rest in English alone', () => {
    edit('en', () => ({ Idle: 'Idle, edited', 'No longer said': 'x' }));
    edit('fr', (texts) => ({ ...without(texts, 'Idle'), 'No longer said': 'x' }));
    const { status, stderr } = extract('--locales', folder);
    expect(status).toBe(1);
    expect(stderr).toContain('Missing: ["Idle"], unused: []');
    const english = readTexts(folder, 'en');
    expect(english.Idle).toBe('Idle, edited');
    expect(english['Host processes']).toBe('Host processes');
    for (const language of ['en', 'fr']) {
      expect(readTexts(folder, language)).not.toHaveProperty('No longer said');
    }
  });
});

describe('the texts', () => {
  it('are there in the languages of the console', () => {
    expect(languagesIn(shipped)).toEqual(['en', 'es', 'fr', 'ja', 'ko', 'zh']);
  });

  it.each(languagesIn(shipped))(
    'of %s have the values of their keys and none is empty',
    (language) => {
      const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
      const texts = Object.entries(readTexts(shipped, language));
      expect(texts.length).toBeGreaterThan(150);
      for (const [key, text] of texts) {
        expect(text.trim()).not.toBe('');
        expect(values(text)).toEqual(values(key));
      }
    },
  );

  it.each(['ja', 'ko', 'zh'])('of %s are in its own script', (language) => {
    const own = {
      ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
      ko: /\p{Script=Hangul}/u,
      zh: /\p{Script=Han}/u,
    };
    const latin = Object.entries(readTexts(shipped, language)).filter(
      ([, text]) => !own[language as keyof typeof own].test(text),
    );
    // Names of the field, and signs.
    expect(latin.map(([key]) => sentenceOf(key)).sort()).toEqual(
      language === 'ja' ? ['Namespace', 'Pod', 'of'] : ['Pod', 'of'],
    );
  });

  it.each(['es', 'fr'])('of %s are hardly ever the English ones', (language) => {
    const same = Object.entries(readTexts(shipped, language)).flatMap(([key, text]) =>
      text === sentenceOf(key) ? [key] : [],
    );
    expect(same.length).toBeLessThan(10);
  });
});
