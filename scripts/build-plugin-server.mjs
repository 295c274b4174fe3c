// Bundles the plugin's server into one file that needs nothing but Node.js.
import { build } from 'esbuild';
import { chmod } from 'node:fs/promises';

const outfile = 'dist/plugin-server/host-processes-plugin-server.cjs';
await build({
  entryPoints: ['plugin-server/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
