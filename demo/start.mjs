import { installDependencies, requireNode } from '../scripts/install-dependencies.mjs';

// `npm run demo` on a fresh clone: nothing is installed yet. The rest is TypeScript, run by tsx.

requireNode();
installDependencies();
const { register } = await import('tsx/esm/api');
register();
await import(new URL('./launcher/main.ts', import.meta.url).href);
