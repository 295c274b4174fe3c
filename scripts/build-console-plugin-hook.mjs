// Bundles the hook that edits the console's list of plugins into one file that needs nothing but Node.js.
import { build } from 'esbuild';
import { chmod } from 'node:fs/promises';

const outfile = 'dist/console-plugin-hook/host-processes-console-plugin-hook.cjs';
await build({
  entryPoints: ['console-plugin-hook/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
