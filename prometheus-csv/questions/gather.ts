import type { Client } from '../../prometheus/http-api/client';
import type { View } from '../command-line/choices';
import type { Options, Selection } from '../command-line/options';
import { askInterval, type Watcher } from './ask-interval';
import { questionsOf, type QuestionName } from './questions-of';
import type { SeriesSet } from './series-set';
import { timeGrid, type TimeGrid } from './time-grid';

/** Everything that was asked for, and the grid that it lies on. */
export interface Gathered {
  readonly grid: TimeGrid;
  /** Only what the view needs. */
  readonly sets: Partial<Record<QuestionName, SeriesSet>>;
}

/** Modes and CPUs tell what was measured, so they go with whatever the agent counts. */
const clock = ['modes', 'cpus'] as const;

const needs: Readonly<Record<View, readonly QuestionName[]>> = {
  all: [...clock, 'groups', 'pods'],
  housekeeping: [...clock, 'groups'],
  kernel: [...clock, 'groups'],
  threads: [...clock, 'threads'],
  infra: ['pods'],
  workload: ['pods'],
  account: [...clock, 'classes', 'pods'],
};

/** What a command and its view have to ask. */
export function needsOf({ command, arrangement }: Options): readonly QuestionName[] {
  if (command === 'export') return needs[arrangement.view];
  return command === 'verdict' ? needs.account : [...needs.account, 'groups'];
}

/** Asks a cluster for a selection. Failures are the client's. */
export async function gather(
  client: Client,
  names: readonly QuestionName[],
  selection: Selection,
  watcher: Watcher,
): Promise<Gathered> {
  const { intervalMs, endMs, windowMs } = selection;
  const grid = timeGrid(intervalMs, endMs, windowMs);
  const all = questionsOf(selection);
  const questions = Object.fromEntries(names.map((name) => [name, all[name]]));
  return { grid, sets: await askInterval(client, grid, questions, watcher) };
}
