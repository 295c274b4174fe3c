import { configLastReloadSuccessful, configLastReloadSuccessTimestamp } from '../../metrics/agent';
import type { ReloadStatus } from '../grouping/rules-source';
import type { Collector } from './collector';

/** Whether the rules in use are those of the file. */
export function configurationCollector(status: () => ReloadStatus): Collector {
  return {
    name: 'configuration',
    collect: () => {
      const { successful, lastSuccessSeconds } = status();
      return [
        {
          family: configLastReloadSuccessful,
          samples: [{ labelValues: [], value: successful ? 1 : 0 }],
        },
        {
          family: configLastReloadSuccessTimestamp,
          samples: [{ labelValues: [], value: lastSuccessSeconds }],
        },
      ];
    },
  };
}
