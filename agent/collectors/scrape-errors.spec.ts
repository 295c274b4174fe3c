import { kernelFileKinds } from '../kernel-files/kernel-files';
import type { Snapshot } from '../accounting/snapshot';
import { scrapeErrorsCollector } from './scrape-errors';

test('what was denied, by what it was; what is gone is no error', () => {
  const denied: Readonly<Record<string, number>> = {
    pid_stat: 2,
    pid_io: 30,
    task_status: 400,
    cpu_stat: 5,
  };
  const counts = new Map(
    kernelFileKinds.map((kind) => [
      kind,
      { ok: 7, gone: 6, denied: denied[kind] ?? 0, refused: 1 },
    ]),
  );
  const families = scrapeErrorsCollector({ counts }, () => 3).collect({} as Snapshot);
  expect(
    families.map(({ family, samples }) => [family.name, samples.map(({ value }) => value)]),
  ).toEqual([
    ['namedprocess_scrape_errors', [3]],
    ['namedprocess_scrape_procread_errors', [2]],
    ['namedprocess_scrape_partial_errors', [430]],
  ]);
});
