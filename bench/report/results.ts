import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { projectFolder } from '../../scripts/project-folder';
import { resultsFolder } from './stored-results';

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
  await mkdir(resultsFolder, { recursive: true });
  const file = path.join(resultsFolder, name);
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
