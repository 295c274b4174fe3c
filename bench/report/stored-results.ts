import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';

/** Where benches write what they found. */
export const resultsFolder = path.join(projectFolder, 'bench', 'results');

/** Results that were stored, and the name of their files. */
export interface Stored<Report> {
  readonly name: string;
  readonly report: Report;
}

/**
 * The newest results of a bench that have what is wanted. Of one day's a complete run comes before a part
 * of it; quick runs are left out.
 * @param bench as in `BENCH-2026-11-24.json` and `BENCH-2026-11-24-PART.json`
 */
export async function newestResults<Report>(
  bench: string,
  isWanted: (report: Report) => boolean,
): Promise<Stored<Report> | undefined> {
  const names = newestFirst(bench, await readdir(resultsFolder));
  for (const name of names) {
    const text = await readFile(path.join(resultsFolder, `${name}.json`), 'utf8');
    const report = JSON.parse(text) as Report;
    if (isWanted(report)) return { name, report };
  }
  return undefined;
}

/** The results among a folder's files, in the order in which `newestResults` tries them. */
export function newestFirst(bench: string, files: readonly string[]): string[] {
  const stored = new RegExp(String.raw`^(${bench}-(\d{4}-\d\d-\d\d)(-[a-z]+)?)\.json$`);
  return files
    .map((file) => stored.exec(file))
    .filter((match) => match !== null)
    .filter(([, , , part = '']) => part !== '-quick')
    .map(([, name = '', date = '', part = '']) => ({ name, date, part }))
    .sort((a, b) => b.date.localeCompare(a.date) || a.part.localeCompare(b.part))
    .map(({ name }) => name);
}
