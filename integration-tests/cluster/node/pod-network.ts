import { execFileSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '../../../demo/launcher/lifetime';

/** A bridge of this machine, by which pods in network namespaces of their own are reached. Needs root. */
export class PodNetwork {
  #pods = 1;

  private constructor(
    private readonly bridge: string,
    private readonly prefix: string,
  ) {}

  static create(lifetime: Lifetime): PodNetwork {
    const bridge = `hp${process.pid}`;
    const prefix = freePrefix();
    ip('link', 'add', bridge, 'type', 'bridge');
    lifetime.add(() => {
      ip('link', 'delete', bridge);
      return Promise.resolve();
    });
    ip('address', 'add', `${prefix}.1/24`, 'dev', bridge);
    ip('link', 'set', bridge, 'up');
    return new PodNetwork(bridge, prefix);
  }

  /**
   * Connects a process that was started with `unshare --net`. What it has there goes with it.
   * @returns its address
   */
  async attach(pid: number): Promise<string> {
    await isApart(pid);
    const number = (this.#pods = (this.#pods % 250) + 1);
    const address = `${this.prefix}.${number}`;
    const here = `${this.bridge}n${number}`;
    ip('link', 'add', here, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', String(pid));
    ip('link', 'set', here, 'master', this.bridge, 'up');
    const there = (...args: string[]) => run('nsenter', `--net=/proc/${pid}/ns/net`, 'ip', ...args);
    there('address', 'add', `${address}/24`, 'dev', 'eth0');
    there('link', 'set', 'eth0', 'up');
    there('link', 'set', 'lo', 'up');
    return address;
  }
}

/** Of the range that is kept for tests of networks (RFC 2544). */
function freePrefix(): string {
  const taken = ip('-oneline', 'address');
  for (let i = 0; i < 256; i += 1) {
    if (!taken.includes(` 198.18.${i}.`)) return `198.18.${i}`;
  }
  throw new Error('No network of 198.18.0.0/16 is free on this machine.');
}

async function isApart(pid: number): Promise<void> {
  while (readlinkSync(`/proc/${pid}/ns/net`) === readlinkSync('/proc/self/ns/net')) await sleep(5);
}

const ip = (...args: string[]) => run('ip', ...args);

function run(file: string, ...args: string[]): string {
  try {
    return execFileSync(file, args, { encoding: 'utf8', stdio: 'pipe' });
  } catch (cause) {
    const { code, stderr } = cause as { code?: string; stderr?: string };
    if (code === 'ENOENT') throw new Error(`${file} is missing; install iproute2.`, { cause });
    throw new Error(`${file} ${args.join(' ')} failed: ${stderr ?? ''}`, { cause });
  }
}
