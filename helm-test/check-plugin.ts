import { get, type Server } from './get';

/** What the console reads first, as far as it matters here. */
interface Manifest {
  readonly name?: string;
  readonly loadScripts?: readonly string[];
}

/**
 * Loads the plugin as the console does: its manifest, then the scripts that the manifest names.
 * @returns a sentence about what it found
 * @throws Error with a sentence about what is wrong
 */
export async function checkPlugin(server: Server, name: string): Promise<string> {
  const manifest = JSON.parse(await textOf(server, 'plugin-manifest.json')) as Manifest;
  if (manifest.name !== name) {
    throw new Error(
      `The plugin's manifest has the name ${JSON.stringify(manifest.name)}; expected "${name}", which the console looks for.`,
    );
  }
  const scripts = manifest.loadScripts ?? [];
  for (const script of scripts) await textOf(server, script);
  if (scripts.length === 0) throw new Error("The plugin's manifest names no script to load.");
  return `The plugin ${name} is served: its manifest and ${scripts.length} scripts.`;
}

async function textOf(server: Server, file: string): Promise<string> {
  const { status, text } = await get(server, `/${file}`);
  if (status === 200) return text;
  throw new Error(`The plugin's server answered ${status} for ${file}; expected 200.`);
}
