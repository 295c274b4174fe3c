import { rm } from 'node:fs/promises';
import path from 'node:path';
import { LoadProcess } from '../../bench/load/load-process';
import { cacheFolder } from '../../scripts/parts/cache-folder';

/** What the names of all processes of the tree begin with: nobody else's do. */
export const treePrefix = 'hpt-';

/**
 * Processes that do nothing until they are told: two of one thread, one of four, one that execs, one with a
 * dead child, and one whose name is hard to parse.
 */
export class ProcessTree {
  private constructor(private readonly processes: Readonly<Record<string, LoadProcess>>) {}

  static async start(): Promise<ProcessTree> {
    const start = (name: string, ...args: string[]) => LoadProcess.start(undefined, name, args);
    const tree = new ProcessTree({
      alpha: await start('hpt-single', '--unit', 'alpha'),
      beta: await start('hpt-single', '--unit', 'beta'),
      multi: await start('hpt-multi', '--unit', 'multi'),
      parent: await start('hpt-parent', '--unit', 'parent'),
      exec: await start('hpt-exec', '--unit', 'exec'),
      nasty: await start('hpt-) "R 1 (', '--unit', 'näs"ty\\'),
    });
    await tree.do('multi', 'idle 3 helper');
    await tree.do('parent', 'zombie 1000');
    return tree;
  }

  /** Everything that is to be counted; when it returns, all of them wait again. */
  async act(): Promise<void> {
    const file = path.join(cacheFolder(), `side-by-side-${process.pid}`);
    await this.do('alpha', 'burn 120000');
    await this.do('beta', 'burn 70000');
    await this.do('multi', 'burn 90000');
    await this.do('alpha', `write ${file} 256`);
    await rm(file);
    await this.do('nasty', 'burn 50000');
    await this.processes.exec?.become('hpt-now');
  }

  async end(): Promise<void> {
    await Promise.all(Object.values(this.processes).map((one) => one.end()));
  }

  private async do(name: string, command: string): Promise<void> {
    await this.processes[name]?.do(command);
  }
}
