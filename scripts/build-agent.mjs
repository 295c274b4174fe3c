// Bundles the agent into one file that needs nothing but Node.js.
import { build } from 'esbuild';
import { chmod } from 'node:fs/promises';

const outfile = 'dist/agent/host-processes-agent.cjs';
await build({
  entryPoints: ['agent/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});
await chmod(outfile, 0o755);
