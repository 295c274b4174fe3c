import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder';
import { runProgram } from '../../scripts/run-program';
import { startChild } from './child';
import { beginLifetime, type Lifetime } from './lifetime';

// Real programs: Node.js with one line of code.
let lifetime: Lifetime;
beforeEach(() => (lifetime = beginLifetime()));
afterEach(() => lifetime.end());

const start = (code: string) => startChild(lifetime, 'The sleeper', process.execPath, ['-e', code]);
const sleep = 'setInterval(() => undefined, 1000)';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a child', () => {
  it('runs until it is stopped, and is gone then', async () => {
    const child = await start(sleep);
    expect(isAlive(child.pid)).toBe(true);
    await child.stop();
    expect(isAlive(child.pid)).toBe(false);
  });

  it('is stopped by the end of the lifetime', async () => {
    const child = await start(sleep);
    await lifetime.end();
    expect(isAlive(child.pid)).toBe(false);
  });

  it('ends the run with its name, its status and its last lines when it dies by itself', async () => {
    await start('console.error("first\\nport is taken"); process.exitCode = 3');
    await expect(lifetime.during(new Promise(() => undefined))).rejects.toThrow(
      'The sleeper ended with status 3 although nobody stopped it. Its last lines:\n    first\n    port is taken',
    );
  });

  it('says when it died in silence', async () => {
    await start('process.kill(process.pid, "SIGKILL")');
    await expect(lifetime.during(new Promise(() => undefined))).rejects.toThrow(
      'The sleeper ended by SIGKILL although nobody stopped it. It said nothing.',
    );
  });

  it('is killed when it does not end by itself', async () => {
    const deaf = `process.on('SIGTERM', () => undefined); console.log('deaf'); ${sleep}`;
    const child = await start(deaf);
    // Without this the signal comes before the program can refuse it.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await child.stop();
    expect(isAlive(child.pid)).toBe(false);
  }, 15_000);

  it('names a program that cannot be started', async () => {
    await expect(startChild(lifetime, 'The agent', '/nowhere/agent', [])).rejects.toThrow(
      /^The agent could not be started \(spawn \/nowhere\/agent ENOENT\)/,
    );
  });

  it('does not stay when it is started after the end', async () => {
    await lifetime.end();
    const child = await start(sleep);
    await child.stop();
    expect(isAlive(child.pid)).toBe(false);
  });
});

describe('a lifetime', () => {
  it('ends what was added last first', async () => {
    const order: string[] = [];
    for (const name of ['page', 'agent', 'prometheus']) {
      lifetime.add(() => Promise.resolve(void order.push(name)));
    }
    await lifetime.end();
    expect(order).toEqual(['prometheus', 'agent', 'page']);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('ends with what it owns on %s', async (signal) => {
    // In a process of its own: Jest's is not for signals.
    const code = `
      import { beginLifetime } from ${JSON.stringify(path.join(__dirname, 'lifetime.ts'))};
      const lifetime = beginLifetime();
      lifetime.add(async () => console.log('ended'));
      const alive = setInterval(() => undefined, 1000);
      setTimeout(() => process.kill(process.pid, '${signal}'), 10);
      await lifetime.during(new Promise(() => undefined)).catch((error) => console.log(error.message));
      await lifetime.end();
      clearInterval(alive);`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', code];
    const { status, output } = await runProgram(process.execPath, args, { cwd: projectFolder });
    expect(output).toBe(`Stopped by ${signal}.\nended\n`);
    expect(status).toBe(0);
  });
});
