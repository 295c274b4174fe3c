import { names, namesFolded } from '../../metrics/agent';
import type { Collector } from './collector';

/** How full the budgets of names are. */
export const namesCollector: Collector = {
  name: 'names',
  collect: (snapshot) => [
    {
      family: names,
      samples: snapshot.names.map(({ kind, count }) => ({ labelValues: [kind], value: count })),
    },
    {
      family: namesFolded,
      samples: snapshot.names.map(({ kind, foldedTotal }) => ({
        labelValues: [kind],
        value: foldedTotal,
      })),
    },
  ],
};
