// Bundles a program into one file that needs nothing but Node.js: build-program.mjs agent
import { build } from 'esbuild';
import { chmod } from 'node:fs/promises';

/** Folders with a program (in main.ts), and what it is called. */
const programs = new Map([
  ['agent', 'host-processes-agent'],
  ['plugin-server', 'host-processes-plugin-server'],
  ['prometheus-csv', 'prometheus-csv'],
]);

const folder = process.argv[2] ?? '';
const program = programs.get(folder);
if (program === undefined) {
  throw new Error(`Expected one of ${[...programs.keys()].join(', ')}, found "${folder}".`);
}
const outfile = `dist/${folder}/${program}.cjs`;
await build({
  entryPoints: [`${folder}/main.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
