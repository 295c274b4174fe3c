import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';

/** One line of a Containerfile, continued lines joined. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** What the last stage copies: from a stage, or from the folder of the build when `from` is missing. */
export interface Copy {
  readonly from: string | undefined;
  readonly source: string;
  readonly destination: string;
}

/** The instructions of the Containerfile by stage; the first are those before any FROM. */
export function stages(): Instruction[][] {
  const text = readFileSync(path.join(projectFolder, 'Containerfile'), 'utf8');
  const lines = text.replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, '');
  const all: Instruction[][] = [[]];
  for (const line of lines.split('\n').filter(Boolean)) {
    const [name = '', ...words] = line.split(' ');
    if (name === 'FROM') all.push([]);
    all.at(-1)?.push({ name, text: words.join(' ') });
  }
  return all;
}

/** The instructions of the stage that becomes the image. */
export function imageStage(): Instruction[] {
  return stages().at(-1) ?? [];
}

/** @throws Error for a COPY that this does not understand */
export function copies(): Copy[] {
  return imageStage()
    .filter(({ name }) => name === 'COPY')
    .map(({ text }) => {
      const [, from, source = '', destination = ''] =
        /^(?:--from=(\S+) )?(\S+) (\/\S+)$/.exec(text) ?? [];
      if (!source)
        throw new Error(`Expected COPY [--from=STAGE] SOURCE /DESTINATION, found ${text}`);
      return { from, source, destination };
    });
}
