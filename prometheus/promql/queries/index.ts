import { account } from './account';
import { cpuOverTime } from './cpu-over-time';
import { dataExtent } from './data-extent';
import { groups } from './groups';
import type { Question } from './question';
import { whereabouts } from './whereabouts';

/** Every question we put to Prometheus. Specs and promtool iterate this list and nothing else. */
export const questions: readonly Question[] = [
  account,
  cpuOverTime,
  groups,
  dataExtent,
  whereabouts,
];
