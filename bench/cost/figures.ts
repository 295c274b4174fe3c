import type { CrowdShape } from '../crowd/crowd-plan';
import type { Spread } from '../report/statistics';
import { spreadOf, sum } from '../report/statistics';
import type { Breakdown } from './breakdown';
import type { ScrapeCost } from './charged-program';
import type { Stall } from './stall';
import type { SystemCalls } from './system-calls';

/** What one exporter cost at one size. Memory in MiB, after the last scrape. */
export interface ProgramFigures {
  readonly scrapeCpuMs: Spread;
  readonly scrapeWallMs: Spread;
  /** Of the first ten after its start, when Node.js has compiled nothing yet. */
  readonly firstScrapeCpuMs?: Spread;
  /** Milliseconds of CPU in a second without a scrape. */
  readonly idleMsPerSecond: number;
  /** Percent of a core when scraped every 15 s, by one Prometheus and by two. */
  readonly corePercent: { readonly one: number; readonly replicas: number };
  readonly series: number;
  readonly bytes: number;
  readonly sentBytes: number;
  readonly residentMiB: number;
  /** Of it pages of files, which are the program itself; absent in older results. */
  readonly residentOfFilesMiB?: number;
  readonly residentPeakMiB: number;
  /** By the memory controller; absent where there is none. */
  readonly chargedMiB?: number;
  readonly chargedPeakMiB?: number;
  /** Reads that the program itself counts, in a scrape: the median. */
  readonly ownReads?: number;
  /** Of the agent alone. */
  readonly breakdown?: Breakdown;
  /** During one scrape more; absent where there is no strace. */
  readonly systemCalls?: SystemCalls;
  /** Milliseconds of CPU from the first measured scrape to the last: two witnesses. */
  readonly usedMs: { readonly cgroup: number; readonly stat: number };
}

export interface FloorFigures {
  readonly cpuMs: Spread;
  readonly reads: number;
}

/** Everything that was measured at one size. */
export interface SizeFigures {
  readonly size: string;
  readonly title: string;
  readonly shape: CrowdShape;
  /** Cores that the crowd used, while it was measured. */
  readonly crowdCores: number;
  readonly agent: ProgramFigures;
  readonly processExporter: ProgramFigures;
  readonly floor: {
    readonly all: FloorFigures;
    readonly kept: FloorFigures;
    /** CPU ms of a Node.js that compresses and sends the same bytes; absent in older results. */
    readonly serving?: Spread;
    /** Resident MiB at its peak of a Node.js that serves nothing. */
    readonly bareNodejsMiB: number;
  };
  readonly stall: Stall;
  /** Agent over process-exporter, CPU time of a scrape. */
  readonly ratio: { readonly ofMedians: number; readonly ofMeans: number };
  /** The memory controller's file, where there is one. */
  readonly memoryFile?: string;
}

/** A size that this machine cannot run, and why. */
export interface MissingSize {
  readonly size: string;
  readonly title: string;
  readonly impossible: string;
}

const shareIntervalSeconds = 15;

/**
 * Share of a core in percent when scraped every 15 s. Two replicas of Prometheus ask at different moments,
 * so that the agent works twice: an upper bound, as each pass then has half the changes to read.
 */
export function corePercent(scrapeMeanMs: number, idleMsPerSecond: number) {
  const share = (scrapes: number) =>
    ((scrapes * scrapeMeanMs) / shareIntervalSeconds + idleMsPerSecond) / 10;
  return { one: share(1), replicas: share(2) };
}

/** What all scrapes of a program say together. */
export function costsOf(costs: readonly ScrapeCost[]) {
  const scrapeCpuMs = spreadOf(costs.map(({ cpuMs }) => cpuMs));
  const idleMs = sum(costs.map((cost) => cost.idleMs));
  const idleMsPerSecond = (1000 * sum(costs.map(({ idleCpuMs }) => idleCpuMs))) / idleMs;
  return {
    scrapeCpuMs,
    scrapeWallMs: spreadOf(costs.map(({ wallMs }) => wallMs)),
    idleMsPerSecond,
    corePercent: corePercent(scrapeCpuMs.mean, idleMsPerSecond),
  };
}
