import { compiledProgram, namedProgram as named } from '../compiled-program';

/** Compiles the load program where it is not there yet. Answers the folder that `namedProgram` takes. */
export function loadProgram(): Promise<string> {
  return compiledProgram(import.meta.dirname);
}

/** The load program under another name, which becomes the name of its processes. */
export function namedProgram(folder: string, name: string): Promise<string> {
  return named(folder, 'load', name);
}
