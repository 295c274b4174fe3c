import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namespace } from './i18n/namespace';

const root = path.resolve(__dirname, '..');

function json(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

const pkg = json('package.json') as {
  name: string;
  version: string;
  consolePlugin: { name: string; version: string; exposedModules: Record<string, string> };
};
const extensions = json('console-extensions.json');

/** Every value of a property, however deep. */
function valuesOf(property: string, within: unknown): string[] {
  if (typeof within !== 'object' || within === null) return [];
  return Object.entries(within).flatMap(([name, value]) =>
    name === property ? [String(value)] : valuesOf(property, value),
  );
}

describe('the plugin', () => {
  it('has one name: of the package, the ConsolePlugin, the texts and their file', () => {
    expect(pkg.consolePlugin.name).toBe(pkg.name);
    expect(pkg.consolePlugin.version).toBe(pkg.version);
    expect(namespace).toBe(`plugin__${pkg.name}`);
    expect(existsSync(path.join(root, 'locales', 'en', `${namespace}.json`))).toBe(true);
  });

  it('exposes exactly the modules that the extensions refer to, and they exist', () => {
    const referred = valuesOf('$codeRef', extensions).map((ref) => ref.split('.')[0]);
    expect(referred.length).toBeGreaterThan(0);
    expect(new Set(referred)).toEqual(new Set(Object.keys(pkg.consolePlugin.exposedModules)));
    for (const file of Object.values(pkg.consolePlugin.exposedModules)) {
      expect(existsSync(path.join(root, `${file}.tsx`))).toBe(true);
    }
  });

  it('has a text for every name in the extensions', () => {
    const texts = json(`locales/en/${namespace}.json`) as Record<string, string>;
    const names = valuesOf('name', extensions);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const [, ns, key] = /^%([^~]+)~(.+)%$/.exec(name) ?? [];
      expect(ns).toBe(namespace);
      expect(texts).toHaveProperty([key]);
    }
  });
});
