import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '../../demo/launcher/lifetime';
import type { Cgroup } from '../cgroups/cgroup';
import { cgroup2Mount } from '../cgroups/cgroup2-mount';
import { startCrowd } from '../crowd/crowd';
import { whatForbids } from '../crowd/limits';
import { startAgent } from '../exporters/agent';
import { startBareNodejs, startServingNodejs } from '../exporters/bare-nodejs';
import { startProcessExporter } from '../exporters/process-exporter';
import { scrape, seriesIn } from '../exporters/scrape';
import { Floor, type FloorRound } from '../floor/floor';
import { spreadOf } from '../report/statistics';
import { breakdownOf } from './breakdown';
import { ChargedProgram, type ScrapeCost } from './charged-program';
import { startChurn } from './churn';
import {
  costsOf,
  type FloorFigures,
  type MissingSize,
  type ProgramFigures,
  type SizeFigures,
} from './figures';
import type { Plan } from './options';
import { ownReads } from './own-reads';
import type { Size } from './sizes';
import { longestStall } from './stall';
import { type SystemCalls, systemCallsDuring } from './system-calls';

/** What a run of the bench works with. */
export interface Bench {
  readonly lifetime: Lifetime;
  readonly tree: Cgroup;
  /** The Node.js that runs the agent. */
  readonly nodejs: string;
  readonly say: (line: string) => void;
}

/** Measures agent, process-exporter and the floor on the same crowd, by turns in every interval. */
export async function measureSize(
  bench: Bench,
  size: Size,
  plan: Plan,
): Promise<SizeFigures | MissingSize> {
  const { lifetime, tree, say } = bench;
  const { name, title, shape } = size;
  const impossible = whatForbids(shape.threads);
  if (impossible !== undefined) {
    say(impossible);
    return { size: name, title, impossible };
  }
  say(`Size ${name}: ${title} …`);
  const crowd = tree.make('crowd.slice');
  await startCrowd(crowd, shape);
  const endChurn = await startChurn(lifetime, crowd);
  const { intervalSeconds, allFamilies } = plan;
  const agent = await ChargedProgram.start(lifetime, tree, 'agent.service', (procsFiles) =>
    startAgent(lifetime, { intervalSeconds, nodejs: bench.nodejs, procsFiles, allFamilies }),
  );
  const other = await ChargedProgram.start(lifetime, tree, 'process-exporter.service', (files) =>
    startProcessExporter(lifetime, files, allFamilies ? ['-gather-smaps=false'] : []),
  );
  const all = await Floor.start(lifetime, 'all', cgroup2Mount());
  const kept = await Floor.start(lifetime, 'kept', cgroup2Mount());

  const rounds: Round[] = [];
  const beginning = { agent: agent.usedMs(), other: other.usedMs() };
  let crowdBegin = { usec: 0, atMs: 0 };
  let nextMs = performance.now();
  const firstScrapes: ScrapeCost[] = [];
  for (let i = 0; i < plan.warmUpScrapes; i++) {
    const cost = await agent.scrape();
    if (firstScrapes.length < firstScrapesKept) firstScrapes.push(cost);
    await sleep(plan.warmUpIntervalSeconds * 1000);
  }
  const serving = await ChargedProgram.start(lifetime, tree, 'serving.service', (files) =>
    startServingNodejs(lifetime, bench.nodejs, files, agent.exporter.url),
  );
  for (let i = 0; i < plan.warmUpScrapes; i++) await scrape(serving.exporter.url);
  for (let i = -otherWarmUpScrapes; i < plan.scrapes; i++) {
    await sleep(Math.max(0, nextMs - performance.now()));
    nextMs = Math.max(nextMs, performance.now()) + intervalSeconds * 1000;
    if (i === 0) {
      Object.assign(beginning, { agent: agent.usedMs(), other: other.usedMs() });
      crowdBegin = { usec: crowd.usageUsec(), atMs: performance.now() };
    }
    const round = {
      agent: await agent.scrape(),
      other: await other.scrape(),
      all: await all.round(),
      kept: await kept.round(),
      serving: await serving.scrape(),
    };
    if (i >= 0) rounds.push(round);
  }
  const crowdCores =
    (crowd.usageUsec() - crowdBegin.usec) / 1000 / (performance.now() - crowdBegin.atMs);
  const agentFigures = figuresOf(
    agent,
    rounds.map((round) => round.agent),
    beginning.agent,
  );
  const otherFigures = figuresOf(
    other,
    rounds.map((round) => round.other),
    beginning.other,
  );
  const stall = await longestStall(agent.exporter.url, plan.watchedScrapes, intervalSeconds);
  const agentCalls = await callsOfAScrape(agent, intervalSeconds);
  const otherCalls = await callsOfAScrape(other, 0);

  await Promise.all([all.stop(), kept.stop(), endChurn()]);
  await Promise.all([agent, other, serving].map(({ exporter }) => exporter.stop()));
  await crowd.remove();
  const ratio = (of: 'median' | 'mean') =>
    agentFigures.scrapeCpuMs[of] / otherFigures.scrapeCpuMs[of];
  return {
    size: name,
    title,
    shape,
    crowdCores,
    agent: {
      ...agentFigures,
      firstScrapeCpuMs: spreadOf(firstScrapes.map(({ cpuMs }) => cpuMs)),
      breakdown: breakdownOf(rounds.map((round) => round.agent)),
      ownReads: ownReads(rounds.map((round) => round.agent.text)),
      ...agentCalls,
    },
    processExporter: { ...otherFigures, ...otherCalls },
    floor: {
      all: floorFigures(rounds.map((round) => round.all)),
      kept: floorFigures(rounds.map((round) => round.kept)),
      serving: spreadOf(rounds.map(({ serving }) => serving.cpuMs)),
      bareNodejsMiB: await bareNodejsMiB(bench),
    },
    stall,
    ratio: { ofMedians: ratio('median'), ofMeans: ratio('mean') },
    ...(agent.memory && { memoryFile: agent.memory.file }),
  };
}

/** process-exporter has nothing to compile. */
const otherWarmUpScrapes = 2;
const firstScrapesKept = 10;

interface Round {
  readonly agent: ScrapeCost;
  readonly other: ScrapeCost;
  readonly all: FloorRound;
  readonly kept: FloorRound;
  readonly serving: ScrapeCost;
}

const mib = 2 ** 20;

function figuresOf(
  program: ChargedProgram,
  costs: readonly ScrapeCost[],
  beginning: ProgramFigures['usedMs'],
): ProgramFigures {
  const { text = '', sentBytes = 0 } = costs.at(-1) ?? {};
  const { now, ofFiles, peak } = program.residentKib();
  const { cgroup, stat } = program.usedMs();
  const { memory } = program;
  return {
    ...costsOf(costs),
    series: seriesIn(text),
    bytes: Buffer.byteLength(text),
    sentBytes,
    residentMiB: now / 1024,
    residentOfFilesMiB: ofFiles / 1024,
    residentPeakMiB: peak / 1024,
    ...(memory && {
      chargedMiB: memory.currentBytes() / mib,
      chargedPeakMiB: memory.peakBytes() / mib,
    }),
    usedMs: { cgroup: cgroup - beginning.cgroup, stat: stat - beginning.stat },
  };
}

function floorFigures(rounds: readonly FloorRound[]): FloorFigures {
  return {
    cpuMs: spreadOf(rounds.map(({ cpuUsec }) => cpuUsec / 1000)),
    reads: spreadOf(rounds.map(({ reads }) => reads)).median,
  };
}

async function bareNodejsMiB({ lifetime, tree, nodejs }: Bench): Promise<number> {
  const bare = await ChargedProgram.start(lifetime, tree, 'nodejs.service', (procsFiles) =>
    startBareNodejs(lifetime, nodejs, procsFiles),
  );
  await bare.scrape();
  const { peak } = bare.residentKib();
  await bare.exporter.stop();
  return peak / 1024;
}

async function callsOfAScrape(
  program: ChargedProgram,
  waitSeconds: number,
): Promise<{ systemCalls?: SystemCalls }> {
  await sleep(waitSeconds * 1000);
  const { pid, url } = program.exporter;
  const systemCalls = await systemCallsDuring(pid, () => scrape(url));
  return systemCalls ? { systemCalls } : {};
}
