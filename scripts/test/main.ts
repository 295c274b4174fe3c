import { buildAll } from '../../demo/launcher/builds';
import { chromium } from '../parts/chromium';
import { helm3, helm4 } from '../parts/helm';
import { provide } from '../parts/part';
import { prometheus, prometheus2 } from '../parts/prometheus';
import { promtool3 } from '../parts/promtool-3';
import { reportFailure } from '../user-error';
import { stage } from './stage';
import { suites } from './suites';
import { tallySuite, total, type Tally } from './tally';

const say = (line: string) => console.log(line);

async function testAll(): Promise<Tally> {
  await stage('parts', async () => {
    const parts = { ...(await provide(prometheus, say)), ...(await provide(chromium, say)) };
    for (const [name, file] of Object.entries(parts)) say(`${name}: ${file}`);
    for (const part of [prometheus2, promtool3]) {
      say(`${part.name}: ${(await provide(part, say)).promtool}`);
    }
    for (const part of [helm3, helm4]) say(`${part.name}: ${(await provide(part, say)).helm}`);
  });
  await stage('build', () => buildAll(say, new AbortController().signal));
  const tallies: Tally[] = [];
  for (const { name, report, run } of suites()) {
    tallies.push(await stage(name, () => tallySuite(report, run)));
  }
  return total(tallies);
}

try {
  const { passed, failed } = await testAll();
  if (failed > 0) process.exitCode = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
} catch (error) {
  // Without parts or a build nothing was tested, which is no success.
  reportFailure(error);
  console.log('\n0 passed, 1 failed');
}
