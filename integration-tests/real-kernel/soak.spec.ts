import fs from 'node:fs';
import { cgroup2Mount } from '../../bench/cgroups/cgroup2-mount';
import { judgeSoak } from '../../bench/soak/judge';
import { soak } from '../../bench/soak/soak';
import { beginLifetime } from '../../demo/launcher/lifetime';

test('the agent does not grow under churn, and the bench ends and leaves nothing behind', async () => {
  const lifetime = beginLifetime();
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  try {
    const points = await soak(1000, { lifetime, nodejs: process.execPath, say });
    expect(judgeSoak(points).passed || said).toBe(true);
  } finally {
    await lifetime.end();
  }
  const left = fs.readdirSync(cgroup2Mount()).filter((name) => name.includes(String(process.pid)));
  expect(left).toEqual([]);
}, 180_000);
