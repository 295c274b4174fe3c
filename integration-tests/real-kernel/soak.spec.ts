import fs from 'node:fs';
import path from 'node:path';
import { cgroup2Mount } from '../../bench/cgroups/cgroup2-mount';
import { judgeSoak } from '../../bench/soak/judge';
import { soak } from '../../bench/soak/soak';
import { beginLifetime } from '../../demo/launcher/lifetime';

test('the agent does not grow under churn, and the bench ends and leaves nothing behind', async () => {
  const lifetime = beginLifetime();
  const tree = path.join(cgroup2Mount(), `hp-soak-${process.pid}.slice`);
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  try {
    const points = await soak(1000, { lifetime, nodejs: process.execPath, say });
    expect(judgeSoak(points).passed || said).toBe(true);
    expect(fs.existsSync(tree)).toBe(true);
  } finally {
    await lifetime.end();
  }
  expect(fs.existsSync(tree)).toBe(false);
}, 180_000);
