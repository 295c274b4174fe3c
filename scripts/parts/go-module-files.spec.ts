import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { leftBehind, onPathIs, quietly } from './bare-machine';
import { goModuleFiles } from './go-module-files';
import { provide } from './part';

// That the real modules can be brought is shown by `npm run test:cluster`.
const part = goModuleFiles({
  name: 'kinds',
  module: 'example.com/kinds',
  version: 'v1.2.3',
  files: { consoles: 'operator/v1/consoles.yaml' },
});

/** A go that has the module. */
function goHas(text: string): void {
  const folder = path.join(process.env.PATH ?? '', 'module');
  mkdirSync(path.join(folder, 'operator/v1'), { recursive: true });
  writeFileSync(path.join(folder, 'operator/v1/consoles.yaml'), text);
  onPathIs(
    'go',
    `[ "$*" = "mod download -json example.com/kinds@v1.2.3" ] && echo '{"Dir": "${folder}"}'`,
  );
}

describe('files of a Go module', () => {
  it('are copied once, and found then without Go', async () => {
    goHas('kind: Console');
    const { consoles } = await part.bring(quietly);
    onPathIs('go', 'exit 1');
    expect(await provide(part, quietly)).toEqual({ consoles });
    expect(readFileSync(consoles, 'utf8')).toBe('kind: Console');
    expect(leftBehind()).toEqual(['kinds-v1.2.3']);
  });

  it.each([
    ['there is no Go', undefined, 'there is no go here'],
    ['Go cannot get them', 'echo "no network" >&2; exit 1', 'go failed (no network)'],
  ])('are one sentence when %s, and leave nothing behind', async (_, script, why) => {
    if (script !== undefined) onPathIs('go', script);
    await expect(part.find()).resolves.toBeUndefined();
    await expect(part.bring(quietly)).rejects.toThrow(
      `kinds cannot be brought: ${why}; install Go 1.25 or later.`,
    );
    expect(leftBehind()).toEqual([]);
  });
});
