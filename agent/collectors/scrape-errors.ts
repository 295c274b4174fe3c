import { scrapeErrors, scrapePartialErrors, scrapeProcreadErrors } from '../../metrics/namegroup';
import type { KernelFileKind, KernelFiles } from '../kernel-files/kernel-files';
import type { Collector } from './collector';

const processFiles = (kind: KernelFileKind) => kind.startsWith('pid_') || kind.startsWith('task_');

/**
 * process-exporter's counters of what could not be read.
 * @param failedPasses how many there were
 */
export function scrapeErrorsCollector(
  { counts }: Pick<KernelFiles, 'counts'>,
  failedPasses: () => number,
): Collector {
  const deniedOf = (isWanted: (kind: KernelFileKind) => boolean) =>
    [...counts].reduce((sum, [kind, { denied }]) => (isWanted(kind) ? sum + denied : sum), 0);
  const unlabelled = (value: number) => [{ labelValues: [], value }];
  return {
    name: 'scrape-errors',
    collect: () => [
      { family: scrapeErrors, samples: unlabelled(failedPasses()) },
      {
        family: scrapeProcreadErrors,
        samples: unlabelled(deniedOf((kind) => kind === 'pid_stat')),
      },
      {
        family: scrapePartialErrors,
        samples: unlabelled(deniedOf((kind) => kind !== 'pid_stat' && processFiles(kind))),
      },
    ],
  };
}
