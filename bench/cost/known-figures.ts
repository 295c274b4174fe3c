import type { ProgramFigures, SizeFigures } from './figures';
import type { Axis, GrowthPoint } from './growth';
import { sizes } from './sizes';

const spread = (median: number) => ({
  median,
  mean: median * 1.1,
  lowest: median * 0.9,
  highest: median * 2,
});

function program(scrapeCpuMs: number, poorMachine: boolean): ProgramFigures {
  return {
    scrapeCpuMs: spread(scrapeCpuMs),
    scrapeWallMs: spread(scrapeCpuMs + 1),
    idleMsPerSecond: 0.5,
    corePercent: { one: 0.1, replicas: 0.2 },
    series: 1200,
    bytes: 120_000,
    sentBytes: 12_000,
    residentMiB: 50,
    residentOfFilesMiB: 35,
    residentPeakMiB: 60,
    ...(!poorMachine && {
      chargedMiB: 40,
      chargedPeakMiB: 45,
      systemCalls: { read: 100, openat: 50 },
    }),
    usedMs: { cgroup: 200, stat: 190 },
  };
}

const breakdown = {
  mainThreadMs: 7,
  otherThreadsMs: 2,
  passMs: 4,
  collectorsMs: 1,
  systemPercent: 40,
};

/**
 * Figures as a run finds them, for specs.
 * @param poorMachine has neither a memory controller nor strace
 */
export function knownSize(
  name: string,
  { agentMs = 8, otherMs = 1200, stallMs = 12, poorMachine = false } = {},
): SizeFigures {
  const size = sizes.find((one) => one.name === name);
  if (!size) throw new Error(`There is no size ${name}.`);
  const round = (median: number, reads: number) => ({ cpuMs: spread(median), reads });
  return {
    size: name,
    title: size.title,
    shape: size.shape,
    crowdCores: 0.35,
    agent: { ...program(agentMs, poorMachine), ownReads: 500, breakdown },
    processExporter: program(otherMs, poorMachine),
    floor: { all: round(60, 7000), kept: round(5, 600), serving: spread(3), bareNodejsMiB: 55 },
    stall: { longestMs: stallMs, quietMs: 1 },
    ratio: { ofMedians: agentMs / otherMs, ofMeans: agentMs / otherMs },
    ...(!poorMachine && { memoryFile: 'memory.current' }),
  };
}

/**
 * Points on a line, with another in scrapes that the compiler took part in.
 * @param slope milliseconds for each one more
 */
export function knownGrowth(axis: Axis, slope: number): GrowthPoint[] {
  return [0, 100, 200].map((x, i) => ({
    axis,
    x,
    mainThreadMs: 1 + x * slope,
    medianMs: 1 + x * slope + i * i,
    meanMs: 3 + x * slope,
    series: 900,
    reads: 300,
  }));
}
