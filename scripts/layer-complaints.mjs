import { ESLint } from 'eslint';
import path from 'node:path';
import { text } from 'node:stream/consumers';

// Run by layers.spec.ts in a process of its own: Jest's cannot load the configuration, an ES module.
// In: JSON, [{ from, specifier }]. Out: JSON, for each what the layer rule says about the import.

const layerRule = 'import-x/no-restricted-paths';
const project = path.resolve(import.meta.dirname, '..');

// The text that is linted lies nowhere on the disk, so no TypeScript project may be asked for it.
const eslint = new ESLint({
  cwd: project,
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => ruleId === layerRule,
});

/**
 * @param {{ from: string, specifier: string }} wanted
 * @returns {Promise<string[]>}
 */
async function complaintsAbout({ from, specifier }) {
  const [result] = await eslint.lintText(`import * as other from '${specifier}';\nvoid other;\n`, {
    filePath: path.join(project, from, 'text-to-lint.ts'),
  });
  const fatal = result?.messages.find((message) => message.fatal);
  if (!result || fatal) throw new Error(`ESLint could not lint: ${fatal?.message ?? 'no result'}`);
  return result.messages.map(({ message }) => message);
}

/** @type {{ from: string, specifier: string }[]} */
const imports = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(await Promise.all(imports.map(complaintsAbout))));
