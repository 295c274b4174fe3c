import { leftBehind, onPathIs, quietly } from './bare-machine';
import { nodejs, nodejsVersion } from './nodejs';

describe('Node.js of the image', () => {
  it('is found on PATH when it is exactly that version', async () => {
    const file = onPathIs('node', `echo v${nodejsVersion}`);
    await expect(nodejs.find()).resolves.toEqual({ node: file });
  });

  it.each([
    ['another version', 'echo v24.0.0'],
    ['broken', 'exit 1'],
  ])('is not found when the one on PATH is %s', async (_, script) => {
    onPathIs('node', script);
    await expect(nodejs.find()).resolves.toBeUndefined();
  });

  it('is one sentence when there is no npm', async () => {
    await expect(nodejs.bring(quietly)).rejects.toThrow(
      `Node.js ${nodejsVersion} cannot be brought: there is no npm here; install Node.js ${nodejsVersion} as node on PATH.`,
    );
  });

  it('is one sentence when npm fails, and leaves nothing behind', async () => {
    onPathIs('npm', 'echo "no such package" >&2; exit 1');
    await expect(nodejs.bring(quietly)).rejects.toThrow(
      /cannot be brought: npm install failed \(no such package\); install Node\.js/,
    );
    expect(leftBehind()).toEqual([]);
  });
});
