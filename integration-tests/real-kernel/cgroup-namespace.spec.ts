import path from 'node:path';
import { parseExposition } from '../../bench/exposition/parse-exposition';
import type { Cgroup } from '../../bench/cgroups/cgroup';
import { makeSubtree } from '../../bench/cgroups/subtree';
import { LoadProcess } from '../../bench/load/load-process';
import { cpuSeconds } from '../../metrics/hostproc';
import { answers } from '../../demo/launcher/answers';
import { startChild } from '../../demo/launcher/child';
import { freePort } from '../../demo/launcher/free-port';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';

// As the agent's container on a node: in a cgroup namespace of its own, where /proc/PID/cgroup says
// `/../…` of everybody else, with the host's hierarchy mounted.
const lifetime = beginLifetime();
let tree: Cgroup;
beforeAll(async () => {
  const built = await runProgram('npm', ['run', '--silent', 'build:agent'], { cwd: projectFolder });
  if (built.status !== 0) throw new Error(built.output);
  tree = await makeSubtree('kernel');
  lifetime.add(() => tree.remove());
}, 60_000);
afterAll(() => lifetime.end());

async function startInNamespace(own: Cgroup, root: string): Promise<string> {
  const address = `127.0.0.1:${await freePort()}`;
  const agent = [
    process.execPath,
    path.join(projectFolder, 'dist', 'agent', 'host-processes-agent.cjs'),
    `--web.listen-address=${address}`,
    `--cgroup-root=${root}`,
    '--scrape-interval=1ms',
  ];
  const enter = 'echo 0 > "$0" && exec unshare -C "$@"';
  const args = ['-c', enter, own.procsFile, ...agent];
  await answers(await startChild(lifetime, 'The agent', 'sh', args), `http://${address}/healthz`);
  return address;
}

describe('an agent in a cgroup namespace of its own', () => {
  it('classifies by the mounted tree', async () => {
    const units = [
      ['pod', 'kubepods-burstable.slice', 'kubepods.slice/kubepods-burstable.slice/crio-1.scope'],
      ['service', 'a.service', 'system.slice/a.service'],
      ['session', 'session', 'user.slice/user-1000.slice/session-1.scope'],
    ].map(([cpuClass, unit, below]) => ({ cpuClass, unit, cgroup: tree.make(below ?? '') }));
    const workers: LoadProcess[] = [];
    for (const { cgroup } of units) workers.push(await LoadProcess.start(cgroup, 'worker'));
    const before = units.map(({ cgroup }) => cgroup.usageUsec());
    const own = tree.make('kubepods.slice/kubepods-pod2.slice/crio-agent.scope');
    const address = await startInNamespace(own, tree.folder);
    for (const worker of workers) await worker.do('burn 100000');

    const text = await (await fetch(`http://${address}/metrics`)).text();
    const samples = parseExposition(text).filter(({ name }) => name === cpuSeconds.name);
    const usecOf = (cpuClass: string | undefined, unit?: string) =>
      samples
        .filter(({ labels }) => labels.class === cpuClass && labels.unit === (unit ?? labels.unit))
        .reduce((sum, { value }) => sum + Math.round(value * 1e6), 0);
    units.forEach(({ cpuClass, unit, cgroup }, i) => {
      const usedUsec = cgroup.usageUsec() - (before[i] ?? 0);
      // A worker that has answered still has to go and wait for its next command.
      expect(Math.abs(usecOf(cpuClass, unit) - usedUsec)).toBeLessThan(1000);
      expect(usedUsec).toBeGreaterThan(100_000);
    });
    expect(usecOf('agent')).toBeGreaterThan(0);
    await Promise.all(workers.map((worker) => worker.end()));
  });
});
