import path from 'node:path';

/** The top folder of this checkout: paths do not depend on where a command was started. */
export const projectFolder = path.resolve(import.meta.dirname, '..');
