import { leftBehind, onPathIs, quietly } from './bare-machine';
import { processExporter } from './process-exporter';

describe('process-exporter', () => {
  it('is found on PATH when it is a 0.8', async () => {
    const file = onPathIs('process-exporter', 'echo "process-exporter, version 0.8.7 (branch: )"');
    await expect(processExporter.find()).resolves.toEqual({ processExporter: file });
  });

  it.each([
    ['older', 'echo "process-exporter, version 0.7.10 (branch: )"'],
    ['broken', 'exit 1'],
  ])('is not found when the one on PATH is %s', async (_, script) => {
    onPathIs('process-exporter', script);
    await expect(processExporter.find()).resolves.toBeUndefined();
  });

  it('is one sentence when there is no Go to build it', async () => {
    await expect(processExporter.bring(quietly)).rejects.toThrow(
      'process-exporter 0.8.7 cannot be brought: there is no go here; install Go 1.23 or later, or process-exporter 0.8 on PATH.',
    );
  });

  it('is one sentence when it cannot be built, and leaves nothing behind', async () => {
    onPathIs('go', 'echo one; echo "no such module" >&2; exit 1');
    await expect(processExporter.bring(quietly)).rejects.toThrow(
      /go build failed \(no such module\); install Go 1\.23 or later/,
    );
    expect(leftBehind()).toEqual([]);
  });
});
