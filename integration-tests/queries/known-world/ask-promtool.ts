import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { runProgram } from '../../../scripts/run-program';
import type { Asked, Row } from '../scenarios/scenario';
import { secondsAt } from './clock';
import { labelText, promtoolInterval, promtoolSeries } from './world';

/** Where Prometheus' `round` puts a number, so that both sides lose the same bits: promtool compares all. */
const rounded = (number: number) => Math.floor(number * 1e6 + 0.5) / 1e6;

/** A question at a moment, as promtool's tests take it. */
function expectation(promql: string, minute: string, rows: readonly Row[]) {
  return {
    expr: `round(${promql}, 0.000001)`,
    eval_time: `${secondsAt(Number(minute))}s`,
    exp_samples: rows.map(([labels, number]) => ({
      labels: labelText(labels),
      value: rounded(number),
    })),
  };
}

/** The parts of a union, each with its rows; several of one name stay together. */
function partByPart(promql: string, rows: readonly Row[]): (readonly [string, readonly Row[]])[] {
  const texts = new Map<string, string[]>();
  for (const text of promql.split('\nor\n')) {
    const name = /"part", "(\w+)"/.exec(text)?.[1] ?? '';
    texts.set(name, [...(texts.get(name) ?? []), text]);
  }
  return [...texts].map(([name, ofName]) => [
    ofName.join('\nor\n'),
    rows.filter(([labels]) => labels.part === name),
  ]);
}

/**
 * Asks promtool the world's questions, and gives what it says of answers that are not the expected ones. It
 * asks at single moments, so of a range only the end means the same to it.
 */
export async function askPromtool(promtool: string, file: string, asked: readonly Asked[]) {
  const tests = asked.flatMap(({ promql, kind, answers, forPromtool }) => {
    const moments = Object.entries(answers);
    return (kind === 'range' ? moments.slice(-1) : moments).flatMap(([minute, rows]) =>
      (forPromtool === undefined ? [[promql, rows] as const] : partByPart(forPromtool, rows)).map(
        ([text, expected]) => expectation(text, minute, expected),
      ),
    );
  });
  const group = {
    interval: `${promtoolInterval}s`,
    input_series: promtoolSeries(),
    promql_expr_test: tests,
  };
  await writeFile(file, stringify({ rule_files: [], tests: [group] }));
  return runProgram(promtool, ['test', 'rules', file]);
}
