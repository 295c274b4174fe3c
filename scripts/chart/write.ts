import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { chartFiles } from './files';

// `npm run docs`: whatever the chart says twice.
for (const { file, text } of chartFiles((name) => readFileSync(name, 'utf8'))) {
  const settings = await resolveConfig(file);
  writeFileSync(file, await format(text, { ...settings, filepath: path.basename(file) }));
}
