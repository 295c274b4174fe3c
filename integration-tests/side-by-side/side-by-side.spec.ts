import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allFamilyFlags, buildAgent } from '../../bench/exporters/agent';
import { type Exporter, startExporter } from '../../bench/exporters/exporter';
import { scrape } from '../../bench/exporters/scrape';
import { beginLifetime } from '../../demo/launcher/lifetime';
import { catalog } from '../../metrics/catalog';
import { provide } from '../../scripts/parts/part';
import { processExporter } from '../../scripts/parts/process-exporter';
import { projectFolder } from '../../scripts/project-folder';
import {
  differencesBetween,
  familiesThatMoved,
  type Found,
  isFound,
  typesIn,
  unlisted,
} from './compare';
import { type Configuration, configurations } from './configurations';
import { differences } from './differences';
import { ProcessTree, treePrefix } from './process-tree';

// The built agent and the real process-exporter, each with the same configuration, over the same processes.
// Both begin before anything happens there, and are asked when everything has come to rest.

/** So long after its first pass the agent's next one reads everything: a later one would come too late. */
const untilFullPassMs = 32_000;

const lifetime = beginLifetime();
const results = new Map<Configuration, { readonly here: string; readonly there: string }>();
const found = new Map<Configuration, readonly Found[]>();

beforeAll(async () => {
  const program = await provide(processExporter, () => undefined);
  await buildAgent();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'side-by-side-'));
  lifetime.add(() => rm(folder, { recursive: true, force: true }));
  const tree = await ProcessTree.start();
  lifetime.add(() => tree.end());
  const pairs = await Promise.all(
    configurations.map(async (configuration, i) => {
      const { file, theirFile = file } = configuration;
      const [ours, theirs] = await Promise.all(
        [file, theirFile].map((text, j) => written(path.join(folder, `${i}-${j}.yaml`), text)),
      );
      const flags = configuration.flags ?? [];
      const here = await startAgent([...flags, ...(ours ?? [])]);
      const there = await startExporter(lifetime, {
        name: 'process-exporter',
        file: program.processExporter,
        args: (address) => [`-web.listen-address=${address}`, ...flags, ...(theirs ?? [])],
      });
      return { configuration, here, there };
    }),
  );
  await tree.act();
  await sleep(untilFullPassMs);
  // What a full pass found first shows 0 in it, and all in the next.
  await Promise.all(pairs.map(({ here }) => scrape(here.url)));
  await sleep(2500);
  for (const { configuration, here, there } of pairs) {
    const texts = { here: (await scrape(here.url)).text, there: (await scrape(there.url)).text };
    results.set(configuration, texts);
    found.set(configuration, differencesBetween(texts.here, texts.there, treePrefix));
  }
}, 240_000);
afterAll(() => lifetime.end());

async function written(file: string, text: string | undefined): Promise<string[]> {
  if (text === undefined) return [];
  await writeFile(file, text);
  return [`-config.path=${file}`];
}

function startAgent(flags: readonly string[]): Promise<Exporter> {
  return startExporter(lifetime, {
    name: 'The agent',
    file: process.execPath,
    args: (address) => [
      path.join(projectFolder, 'dist', 'agent', 'host-processes-agent.cjs'),
      `--web.listen-address=${address}`,
      '--scrape-interval=1s',
      '--names.max-groups=0',
      '--names.max-threads-per-group=0',
      '--names.max-threads=0',
      '--gather-smaps',
      ...allFamilyFlags,
      ...flags,
    ],
  });
}

it('process-exporter has the families of our contract, each of the same type, and so have we', () => {
  const contract = Object.fromEntries(
    catalog
      .filter(({ name }) => name.startsWith('namedprocess_'))
      .map(({ name, type }) => [name, type]),
  );
  const { here, there } = results.get(configurations[1]!)!;
  expect(Object.keys(contract)).toHaveLength(23);
  expect(typesIn(there)).toEqual(contract);
  expect(typesIn(here)).toEqual(contract);
});

it('what is compared is not nothing: process-exporter saw the tree at work', () => {
  const { there } = results.get(configurations[1]!)!;
  expect(familiesThatMoved(there, treePrefix)).toEqual(
    expect.arrayContaining([
      'context_switches_total',
      'cpu_seconds_total',
      'memory_bytes',
      'minor_page_faults_total',
      'num_procs',
      'num_threads',
      'oldest_start_time_seconds',
      'open_filedesc',
      'states',
      'thread_context_switches_total',
      'thread_count',
      'thread_cpu_seconds_total',
      'threads_wchan',
      'worst_fd_ratio',
    ]),
  );
});

describe.each(configurations)('with $name', (configuration) => {
  it('both name the tree, and differ in what we mean alone', () => {
    const { there } = results.get(configuration)!;
    expect(there).toContain(`cpu_seconds_total{groupname="`);
    expect(there).toContain(treePrefix);
    expect(unlisted(found.get(configuration)!, differences)).toEqual([]);
  });
});

it.each(differences)('is still so: $reason', (meant) => {
  expect(isFound(meant, [...found.values()].flat())).toBe(true);
});
