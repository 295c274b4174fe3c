import { installDependencies, requireNode } from './install-dependencies.mjs';

// `npm test` on a fresh clone: nothing is installed yet. The rest is TypeScript, run by tsx.

requireNode();
installDependencies();
const { register } = await import('tsx/esm/api');
register();
await import(new URL('./test/main.ts', import.meta.url).href);
