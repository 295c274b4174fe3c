import fc from 'fast-check';
import { noTiers } from '../tiers/wanted-tiers';
import { history, live } from './history';
import { intervalUsec } from './simulated-node';

const runs = {
  numRuns: 100,
  interruptAfterTimeLimit: 60_000,
  markInterruptAsFailure: true,
  seed: Number(process.env.HISTORY_SEED ?? 20261123),
};
const prefix = 'namedprocess_namegroup_';

/** After all that happened a full pass sees everything, and what began in it is credited. */
function settled(lived: Parameters<typeof live>[0], wanted: Partial<typeof noTiers>) {
  const node = live(lived, {}, { ...noTiers, ...wanted });
  node.kernel.sleep(4 * intervalUsec);
  return node;
}

test('io: each scraper sees every byte of a group that lives on, and its threads, ended ones included, are it', () => {
  fc.assert(
    fc.property(history, fc.boolean(), (lived, contextSwitches) => {
      const node = settled(lived, { io: true, contextSwitches });
      for (const scraper of node.scrapers) {
        for (const { comm } of node.keepers) {
          const members = node.keepers.filter((keeper) => keeper.comm === comm);
          // As many bytes written as microseconds used, and twice as many read.
          const truth = members.reduce((sum, one) => sum + (node.processTruth.get(one) ?? 0), 0);
          expect(scraper.sum(`${prefix}write_bytes_total|${comm}|`)).toBe(truth);
          expect(scraper.sum(`${prefix}read_bytes_total|${comm}|`)).toBe(2 * truth);
          expect(scraper.sum(`${prefix}thread_io_bytes_total|${comm}|`)).toBe(3 * truth);
        }
      }
    }),
    runs,
  );
});

test('context switches: no counter falls when threads end, and threads are their group', () => {
  fc.assert(
    fc.property(history, (lived) => {
      const node = settled(lived, { contextSwitches: true });
      for (const scraper of node.scrapers) {
        for (const { comm } of node.keepers) {
          const group = scraper.sum(`${prefix}context_switches_total|${comm}|`);
          const members = node.keepers.filter((keeper) => keeper.comm === comm);
          const truth = members.reduce((sum, one) => sum + (node.processTruth.get(one) ?? 0), 0);
          expect(group).toBeLessThanOrEqual(truth);
          expect(scraper.sum(`${prefix}thread_context_switches_total|${comm}|`)).toBe(group);
        }
      }
    }),
    runs,
  );
});
