import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { projectFolder } from '../../scripts/project-folder';

const folder = path.join(projectFolder, 'bench', 'results');

/**
 * Writes results for a person and for programs.
 * @param name of both files, with the date in it
 * @returns what the files are called from the project's folder, without their endings
 */
export async function writeResults(
  name: string,
  report: unknown,
  markdown: string,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, name);
  // Both as `prettier --check` wants them.
  await writeFile(`${file}.md`, await formatted(markdown));
  const json = await format(JSON.stringify(report), { parser: 'json', printWidth: 100 });
  await writeFile(`${file}.json`, json);
  return path.relative(projectFolder, file);
}

/** Markdown with its tables in columns, for a file and for a terminal. */
export function formatted(markdown: string): Promise<string> {
  return format(markdown, { parser: 'markdown' });
}

/** The newest complete results of a bench: those named `BENCH-DATE.json`. */
export async function newestResults(
  bench: string,
): Promise<{ readonly name: string; readonly report: unknown } | undefined> {
  const complete = new RegExp(String.raw`^${bench}-\d{4}-\d\d-\d\d\.json$`);
  const name = (await readdir(folder))
    .filter((file) => complete.test(file))
    .sort()
    .at(-1);
  if (name === undefined) return undefined;
  return { name, report: JSON.parse(await readFile(path.join(folder, name), 'utf8')) as unknown };
}
