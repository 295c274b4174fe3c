import { dataExtent } from '../../../prometheus/promql/queries/data-extent';
import { whereabouts } from '../../../prometheus/promql/queries/whereabouts';
import { nodes } from '../known-world/nodes';
import { atTheEnd, type Scenario, single } from './scenario';

/** Seconds since the epoch, where the world begins. */
const at = (minute: number, second: number) => 60 * minute + second;
const gone = { node: nodes.gone.name };

export const dataExtentScenario: Scenario = {
  id: dataExtent.id,
  asked: [
    atTheEnd(dataExtent, [
      single('first', at(60, 10)),
      single('recent', at(60, 10)),
      single('last', at(119, 55)),
    ]),
    atTheEnd(
      dataExtent,
      [single('first', at(60, 10)), single('recent', at(60, 10)), single('last', at(69, 55))],
      gone,
    ),
    // Steps of 45 s: its first scrape was five seconds before 31:30, which is one of them.
    atTheEnd(
      dataExtent,
      [single('first', at(31, 25)), single('recent', at(60, 10)), single('last', at(69, 55))],
      { ...gone, rangeMs: 3 * 3_600_000 },
    ),
  ],
};

export const whereaboutsScenario: Scenario = {
  id: whereabouts.id,
  asked: [
    // Two other nodes report. Its data is looked for every five minutes, and within the last hour closely.
    atTheEnd(
      whereabouts,
      [
        single('nodes', 2),
        single('first', at(34, 55)),
        single('recent', at(60, 10)),
        single('last', at(69, 55)),
      ],
      gone,
    ),
    // Nobody has ever heard of it.
    atTheEnd(whereabouts, [single('nodes', 2)], { node: 'worker' }),
    atTheEnd(whereabouts, [
      single('nodes', 1),
      single('first', at(4, 55)),
      single('recent', at(60, 10)),
      single('last', at(119, 55)),
    ]),
  ],
};
