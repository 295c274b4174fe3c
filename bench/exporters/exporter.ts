import { answers } from '../../demo/launcher/answers';
import { type Child, startChild } from '../../demo/launcher/child';
import { freePort } from '../../demo/launcher/free-port';
import type { Lifetime } from '../../demo/launcher/lifetime';

/** A program that exposes metrics, and runs. */
export interface Exporter {
  readonly name: string;
  readonly pid: number;
  /** Where its metrics are. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A program that is to expose metrics. */
export interface ExporterProgram {
  readonly name: string;
  readonly file: string;
  /** @param address HOST:PORT where it is to listen */
  readonly args: (address: string) => readonly string[];
  /** `cgroup.procs` files: it is in these cgroups before it begins. */
  readonly procsFiles?: readonly string[];
}

/** Starts it on a free port of the loopback address, and waits until it answers. */
export async function startExporter(
  lifetime: Lifetime,
  { name, file, args, procsFiles = [] }: ExporterProgram,
): Promise<Exporter> {
  const address = `127.0.0.1:${await freePort()}`;
  const child: Child = await startChild(lifetime, name, 'sh', [
    '-c',
    enterAndBecome,
    'sh',
    ...procsFiles,
    '--',
    file,
    ...args(address),
  ]);
  await answers(child, `http://${address}/`);
  return { name, pid: child.pid, url: `http://${address}/metrics`, stop: () => child.stop() };
}

// A shell that moves itself first: memory is charged to where a process is when it takes it.
const enterAndBecome =
  'while [ "$1" != -- ]; do echo 0 >"$1" || exit 1; shift; done; shift; exec "$@"';
