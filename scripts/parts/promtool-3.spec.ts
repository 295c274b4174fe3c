import { onPathIs, quietly } from './bare-machine';
import { prometheus2 } from './prometheus';
import { promtool3 } from './promtool-3';

const isPrometheus = (version: string) => {
  const says = (name: string) => onPathIs(name, `echo "${name}, version ${version} (branch: )"`);
  return { prometheus: says('prometheus'), promtool: says('promtool') };
};

// Rules are tried on both: the ranges of the one include their start, those of the other do not.
describe('the two releases of Prometheus', () => {
  it.each(['2.42.0', '2.55.1'])('%s is the old one', async (version) => {
    const found = isPrometheus(version);
    await expect(prometheus2.find()).resolves.toEqual(found);
    await expect(promtool3.find()).resolves.toBeUndefined();
  });

  it.each(['3.2.0', '3.13.4'])('%s is the new one', async (version) => {
    const { promtool } = isPrometheus(version);
    await expect(promtool3.find()).resolves.toEqual({ promtool });
    await expect(prometheus2.find()).resolves.toBeUndefined();
  });

  it('2.41 is neither', async () => {
    isPrometheus('2.41.0');
    await expect(prometheus2.find()).resolves.toBeUndefined();
    await expect(promtool3.find()).resolves.toBeUndefined();
  });

  it('the new one is one sentence when there is no Go to build it', async () => {
    await expect(promtool3.bring(quietly)).rejects.toThrow(
      'promtool 3.13 cannot be brought: there is no go here; install Go 1.25 or later, or promtool 3 on PATH.',
    );
  });
});
