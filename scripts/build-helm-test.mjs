// Bundles the program of `helm test` into one file that needs nothing but Node.js.
import { build } from 'esbuild';
import { chmod } from 'node:fs/promises';

const outfile = 'dist/helm-test/host-processes-helm-test.cjs';
await build({
  entryPoints: ['helm-test/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
