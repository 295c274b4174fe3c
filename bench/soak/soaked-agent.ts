import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { answers } from '../../demo/launcher/answers';
import { freePort } from '../../demo/launcher/free-port';
import type { Lifetime } from '../../demo/launcher/lifetime';
import { projectFolder } from '../../scripts/project-folder';
import { UserError } from '../../scripts/user-error';
import { nodeFlags } from '../exporters/agent';

/** What the agent holds, right after its garbage was collected. */
export interface Held {
  /** Of its heap, and of buffers outside. */
  readonly heldBytes: number;
  readonly residentBytes: number;
  readonly descriptors: number;
}

/** The agent's clock against ours: at some 60 scrapes a second, about 15 s lie between two. */
const clockFaster = 1000;
const inside = pathToFileURL(path.join(import.meta.dirname, 'inside-agent.mjs')).href;

/** The built agent, whose garbage can be collected from outside. */
export class SoakedAgent {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(lifetime: Lifetime, nodejs: string): Promise<SoakedAgent> {
    const address = `127.0.0.1:${await freePort()}`;
    const program = path.join(projectFolder, 'dist', 'agent', 'host-processes-agent.cjs');
    const args = [
      ...nodeFlags(),
      '--expose-gc',
      '--import',
      inside,
      program,
      `--web.listen-address=${address}`,
    ];
    const child = spawn(nodejs, args, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, SOAK_FASTER: String(clockFaster) },
    });
    let stopping = false;
    // Not `close`: who has disconnected waits for it in vain.
    const ended = once(child, 'exit');
    const died = ended.then(() => {
      if (stopping) return new Promise<never>(() => undefined);
      throw new UserError('The agent ended although nobody stopped it.');
    });
    const stop = async () => {
      stopping = true;
      if (child.connected) child.disconnect();
      child.kill('SIGTERM');
      await ended;
    };
    lifetime.own({ died, stop });
    await answers({ name: 'The agent', pid: child.pid ?? 0, died, stop }, `http://${address}/`);
    return new SoakedAgent(child, `http://${address}/metrics`);
  }

  async collectGarbage(): Promise<Held> {
    const answer = once(this.child, 'message');
    this.child.send('collect');
    const [held] = (await answer) as [Held];
    return held;
  }
}
