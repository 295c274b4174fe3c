import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { hashOf } from './input-hash';

describe('hashOf', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(projectFolder, 'node_modules', '.hash-'));
    await writeFile(path.join(folder, 'a.ts'), 'one');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const hash = () => hashOf([path.relative(projectFolder, folder)]);

  it('stays while nothing changes, and changes with content, name and number of files', async () => {
    const hashes = [hash()];
    expect(hash()).toBe(hashes[0]);
    await writeFile(path.join(folder, 'a.ts'), 'two');
    hashes.push(hash());
    await writeFile(path.join(folder, 'b.ts'), '');
    hashes.push(hash());
    await rm(path.join(folder, 'b.ts'));
    await writeFile(path.join(folder, 'c.ts'), '');
    hashes.push(hash());
    expect(new Set(hashes).size).toBe(4);
  });

  it('takes what does not exist for empty', () => {
    expect(hashOf(['no-such-folder'])).toBe(hashOf([]));
  });
});
