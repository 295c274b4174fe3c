import type { Target } from '../report/tables';
import type { MissingSize, SizeFigures } from './figures';
import { growthAlong, type GrowthPoint } from './growth';
import { targetSize } from './sizes';

/** How much of process-exporter's CPU: 1 in so many, as it runs by default and with every family. */
const oneIn = { byDefault: 100, allFamilies: 20 };
const residentLimitMiB = 64;
const chargedLimitMiB: Readonly<Record<string, number>> = { node: 96, large: 160 };
const stallLimitMs = 50;
const fitLimit = 0.95;
const idleLimit = 1 / 10;

/**
 * What issue 4 asks for, one by one.
 * @param allFamilies both exposed every family: then it is what issue 5 asks for, their ratio alone
 */
export function judge(
  sizes: readonly (SizeFigures | MissingSize)[],
  growth: readonly GrowthPoint[],
  allFamilies = false,
): Target[] {
  const measured = sizes.filter((size): size is SizeFigures => 'agent' in size);
  const node = measured.find(({ size }) => size === targetSize);
  const ratios = judgeRatios(node, allFamilies ? oneIn.allFamilies : oneIn.byDefault);
  if (allFamilies) return ratios;
  return [
    ...ratios,
    atMost(
      `${targetSize}: resident memory at its peak at most ${residentLimitMiB} MiB`,
      node?.agent.residentPeakMiB,
      residentLimitMiB,
      asMiB,
    ),
    ...Object.entries(chargedLimitMiB).map(([name, limit]) =>
      atMost(
        `${name}: memory charged to the agent's cgroup at most ${limit} MiB`,
        measured.find(({ size }) => size === name)?.agent.chargedMiB,
        limit,
        asMiB,
      ),
    ),
    atMost(
      `${targetSize}: longest stall of the event loop at most ${stallLimitMs} ms`,
      node?.stall.longestMs,
      stallLimitMs,
      (ms) => `${ms.toFixed(1)} ms`,
    ),
    ...judgeGrowth(growth),
  ];
}

function judgeRatios(node: SizeFigures | undefined, atMostOneIn: number): Target[] {
  return [
    atMost(
      `${targetSize}: CPU of a scrape, median, at most 1/${atMostOneIn} of process-exporter's`,
      node?.ratio.ofMedians,
      1 / atMostOneIn,
      asRatio,
    ),
    atMost(
      `${targetSize}: the same of the means, slow full passes included`,
      node?.ratio.ofMeans,
      1 / atMostOneIn,
      asRatio,
    ),
  ];
}

function judgeGrowth(points: readonly GrowthPoint[]): Target[] {
  const linear = `cost grows in a line with active processes (main thread, fit at least ${fitLimit})`;
  const idle = 'an idle process in an idle cgroup costs at most a tenth of an active one';
  if (points.length === 0) {
    return [linear, idle].map((target) => ({ target, measured: '', reached: undefined }));
  }
  const active = growthAlong(points, 'active');
  const perIdle = growthAlong(points, 'idle').slope;
  // Noise may make idle ones cheaper than nothing.
  const share = Math.max(0, perIdle) / active.slope;
  return [
    { target: linear, measured: active.fit.toFixed(3), reached: active.fit >= fitLimit },
    {
      target: idle,
      measured: `${usec(perIdle)} against ${usec(active.slope)}`,
      reached: active.slope > 0 && share <= idleLimit,
    },
  ];
}

function atMost(
  target: string,
  value: number | undefined,
  limit: number,
  asText: (value: number) => string,
): Target {
  if (value === undefined) return { target, measured: '', reached: undefined };
  return { target, measured: asText(value), reached: value <= limit };
}

const asRatio = (ratio: number) => `1/${(1 / ratio).toFixed(1)}`;
const asMiB = (value: number) => `${value.toFixed(1)} MiB`;
const usec = (ms: number) => `${(ms * 1000).toFixed(1)} µs`;
