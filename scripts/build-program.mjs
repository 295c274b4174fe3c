// Bundles a program into one file that needs nothing but Node.js: build-program.mjs agent
import { build } from 'esbuild';
import { chmod } from 'node:fs/promises';

/** Folders with a program (in main.ts), and what it is called. */
const programs = new Map([
  ['agent', 'host-processes-agent'],
  ['plugin-server', 'host-processes-plugin-server'],
  ['console-plugin-hook', 'host-processes-console-plugin-hook'],
  ['helm-test', 'host-processes-helm-test'],
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
  // Node.js keeps the text of a program in memory. Names stay, so that its errors can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
