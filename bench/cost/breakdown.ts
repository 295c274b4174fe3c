import { collectorDurationSeconds, kernelFileReads } from '../../metrics/agent';
import { parseExposition } from '../exposition/parse-exposition';
import { sum } from '../report/statistics';
import { table } from '../report/tables';
import type { SizeFigures } from './figures';

/** Where the CPU time of a scrape of the agent goes: means, in milliseconds, so that parts add up. */
export interface Parts {
  readonly mainThreadMs: number;
  /** Node.js's own: they compress the answer and compile what runs often. */
  readonly otherThreadsMs: number;
  /** Of the main thread, by the agent's own clock. */
  readonly passMs: number;
  readonly collectorsMs: number;
  /** Of all of it, what the kernel sampled as its own. */
  readonly systemPercent: number;
}

/** Parts of all scrapes. */
export interface Breakdown extends Parts {
  /** Of those whose pass read everything, and of those whose did not; absent in older results. */
  readonly byPass?: { readonly full: Parts; readonly others: Parts };
}

/** A scrape as far as its parts are concerned. */
export interface PartedCost {
  readonly cpuMs: number;
  readonly mainThreadMs: number;
  readonly systemMs: number;
  readonly text: string;
}

export function breakdownOf(costs: readonly PartedCost[]): Breakdown {
  const listings = costs.map(({ text }) => listingsOfProc(text));
  const isFull = (i: number) => (listings[i] ?? 0) > (listings[i - 1] ?? 0);
  // Of the first nobody knows what was before.
  const full = costs.filter((_, i) => i > 0 && isFull(i));
  const others = costs.filter((_, i) => i > 0 && !isFull(i));
  const isBoth = full.length > 0 && others.length > 0;
  return {
    ...partsOf(costs),
    ...(isBoth && { byPass: { full: partsOf(full), others: partsOf(others) } }),
  };
}

/** Only full passes look for zombies in the proc file system, and list it. */
function listingsOfProc(text: string): number {
  const reads = parseExposition(text).filter(({ name }) => name === kernelFileReads.name);
  return sum(
    reads.filter(({ labels }) => labels.file === 'proc_directory').map(({ value }) => value),
  );
}

function partsOf(costs: readonly PartedCost[]): Parts {
  const mean = (of: (cost: PartedCost) => number) => sum(costs.map(of)) / costs.length;
  const durations = costs.map(({ text }) =>
    parseExposition(text).filter(({ name }) => name === collectorDurationSeconds.name),
  );
  const ofPass = (isPass: boolean) =>
    (1000 *
      sum(
        durations
          .flat()
          .filter(({ labels }) => (labels.collector === 'pass') === isPass)
          .map(({ value }) => value),
      )) /
    costs.length;
  const cpuMs = mean((cost) => cost.cpuMs);
  const mainThreadMs = mean((cost) => cost.mainThreadMs);
  return {
    mainThreadMs,
    otherThreadsMs: Math.max(0, cpuMs - mainThreadMs),
    passMs: ofPass(true),
    collectorsMs: ofPass(false),
    systemPercent: (100 * mean(({ systemMs }) => systemMs)) / cpuMs,
  };
}

/** @param floor in the same run */
export function breakdownTable(
  breakdown: Breakdown,
  { kept, serving }: Pick<SizeFigures['floor'], 'kept' | 'serving'>,
): string {
  const { byPass } = breakdown;
  const columns = [breakdown, ...(byPass ? [byPass.others, byPass.full] : [])];
  const row = (title: string, of: (parts: Parts) => number) => [
    title,
    ...columns.map((parts) => Math.max(0, of(parts)).toFixed(1)),
  ];
  const floor = (what: string, meanMs: number) => [
    `_floor_: ${what}`,
    meanMs.toFixed(1),
    ...columns.slice(1).map(() => ''),
  ];
  return table(
    [
      'part of a scrape, CPU ms',
      'mean',
      ...(byPass ? ['without a full pass', 'with one, once a minute'] : []),
    ],
    [
      row('the pass: reading the kernel, and the account', ({ passMs }) => passMs),
      floor('a C program that only reads what moved', kept.cpuMs.mean),
      row('collectors: samples of every family', ({ collectorsMs }) => collectorsMs),
      row(
        'the rest of the main thread: text, compression, HTTP, garbage',
        ({ mainThreadMs, passMs, collectorsMs }) => mainThreadMs - passMs - collectorsMs,
      ),
      row("Node.js's other threads: the compiler", ({ otherThreadsMs }) => otherThreadsMs),
      ...(serving
        ? [floor('a Node.js that compresses and sends the same bytes', serving.mean)]
        : []),
      row('all of it', ({ mainThreadMs, otherThreadsMs }) => mainThreadMs + otherThreadsMs),
      row(
        'of it in the kernel',
        ({ mainThreadMs, otherThreadsMs, systemPercent }) =>
          ((mainThreadMs + otherThreadsMs) * systemPercent) / 100,
      ),
    ],
  );
}
