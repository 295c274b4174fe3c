import { createClient } from '../../../prometheus/http-api/client';
import { addressOf } from '../../../prometheus/http-api/request';
import type { Labels } from '../../../prometheus/http-api/responses';
import type { Asked, Row } from '../scenarios/scenario';
import { secondsAt } from './clock';

/** Asks a Prometheus as the page does. The answers have the minutes of those that are expected. */
export async function askPrometheus(url: string, { promql, kind, answers }: Asked) {
  const client = createClient(async (request) => (await fetch(addressOf(url, request))).json());
  const minutes = Object.keys(answers).map(Number);
  const [start = NaN, next = start + 1] = minutes;
  const millisecondsAt = (minute: number) => secondsAt(minute) * 1000;
  const found = new Map<number, Row[]>(minutes.map((minute) => [minute, []]));
  const add = (metric: Labels, seconds: number, text: string) =>
    found.get((seconds - secondsAt(0)) / 60)?.push([metric, Number(text)]);
  if (kind === 'instant') {
    for (const minute of minutes) {
      const { series } = await client.at(promql, millisecondsAt(minute));
      for (const { metric, value } of series) add(metric, ...value);
    }
  } else {
    const { series } = await client.over(promql, {
      startMs: millisecondsAt(start),
      endMs: millisecondsAt(minutes.at(-1) ?? NaN),
      stepMs: (next - start) * 60_000,
    });
    for (const { metric, values } of series) for (const value of values) add(metric, ...value);
  }
  return Object.fromEntries(found);
}
