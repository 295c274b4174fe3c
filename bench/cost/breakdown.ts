import { collectorDurationSeconds } from '../../metrics/agent';
import { parseExposition } from '../exposition/parse-exposition';
import { sum } from '../report/statistics';
import { table } from '../report/tables';
import type { FloorFigures } from './figures';

/** Where the CPU time of a scrape of the agent goes: means, in milliseconds, so that parts add up. */
export interface Breakdown {
  readonly mainThreadMs: number;
  /** Node.js's own: they compress the answer and compile what runs often. */
  readonly otherThreadsMs: number;
  /** Of the main thread, by the agent's own clock. */
  readonly passMs: number;
  readonly collectorsMs: number;
  /** Of all of it, what the kernel sampled as its own. */
  readonly systemPercent: number;
}

/** A scrape as far as its parts are concerned. */
export interface PartedCost {
  readonly cpuMs: number;
  readonly mainThreadMs: number;
  readonly systemMs: number;
  readonly text: string;
}

export function breakdownOf(costs: readonly PartedCost[]): Breakdown {
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

/** @param kept the floor in the same run */
export function breakdownTable(parts: Breakdown, kept: FloorFigures): string {
  const { mainThreadMs, otherThreadsMs, passMs, collectorsMs, systemPercent } = parts;
  const ms = (value: number) => value.toFixed(1);
  return table(
    ['part of a scrape, mean', 'CPU ms'],
    [
      ['the pass: reading the kernel, and the account', ms(passMs)],
      ['_floor_: a C program that only reads what moved', ms(kept.cpuMs.mean)],
      ['collectors: samples of every family', ms(collectorsMs)],
      [
        'the rest of the main thread: text, HTTP, garbage',
        ms(Math.max(0, mainThreadMs - passMs - collectorsMs)),
      ],
      ["Node.js's other threads: compression, the compiler", ms(otherThreadsMs)],
      ['all of it', ms(mainThreadMs + otherThreadsMs)],
      ['of it in the kernel', `${systemPercent.toFixed(0)} %`],
    ],
  );
}
