import fc from 'fast-check';
import { ownerOfCgroup } from '../classification/cgroup-class';
import { history, live } from './history';

const tickUsec = 10_000;

// Shrinking a long history takes minutes: what it has by then is good enough to begin with.
const runs = {
  numRuns: 300,
  interruptAfterTimeLimit: 60_000,
  markInterruptAsFailure: true,
  // The same histories for everybody who changes something; another number finds others.
  seed: Number(process.env.HISTORY_SEED ?? 20261123),
};

test('no counter falls, and groups never exceed their unit', () => {
  fc.assert(
    fc.property(history, (lived) => {
      expect(() => live(lived)).not.toThrow();
    }),
    runs,
  );
});

test('each scraper sees every microsecond of each unit, or of its slice when units came and went', () => {
  fc.assert(
    fc.property(history, (lived) => {
      const node = live(lived);
      for (const scraper of node.scrapers) {
        for (const slice of ['service|', 'pod|', 'session|']) {
          const truth = [...node.unitTruth]
            .filter(([key]) => key.startsWith(slice))
            .reduce((sum, [, usec]) => sum + usec, 0);
          expect(scraper.sum(`unit|${slice}`)).toBe(truth);
          expect(scraper.sum(`group|${slice}`)).toBe(truth);
        }
        for (const [key, truth] of node.unitTruth) {
          const unit = key.split('|')[1]!;
          if (key.startsWith('kernel') || unit.startsWith('job') || node.churned.has(unit))
            continue;
          expect(scraper.sum(`unit|${key}`)).toBe(truth);
          expect(scraper.sum(`group|${key}`)).toBe(truth);
        }
      }
    }),
    runs,
  );
});

test('the classes together are the busy time', () => {
  fc.assert(
    fc.property(history, (lived) => {
      const node = live(lived);
      for (const scraper of node.scrapers) {
        const busyUsec = scraper.sum('node|busy');
        // Idle is rounded down on each CPU, and each kernel thread's user and system time.
        const kernelThreads = [...node.kernel.processes.values()].filter((p) => p.kernelThread);
        const slackUsec = (node.kernel.cpus + 2 * kernelThreads.length) * tickUsec;
        expect(Math.abs(scraper.sum('unit|') - busyUsec)).toBeLessThanOrEqual(slackUsec);
      }
    }),
    runs,
  );
});

test('a long-lived group is off by no more than two ticks a process, whatever happens beside it', () => {
  fc.assert(
    fc.property(history, (lived) => {
      const node = live(lived);
      for (const scraper of node.scrapers) {
        for (const { cgroup, comm } of node.keepers) {
          const { cpuClass, unit } = ownerOfCgroup(cgroup.path);
          if (cpuClass === 'pod') continue;
          const named = scraper.sum(`group|${cpuClass}|${unit}|${comm}|`);
          const members = node.keepers.filter((keeper) => keeper.comm === comm);
          const truth = members.reduce((sum, one) => sum + (node.processTruth.get(one) ?? 0), 0);
          expect(Math.abs(named - truth)).toBeLessThanOrEqual(2 * tickUsec * members.length);
        }
      }
    }),
    runs,
  );
});

test("a group's threads, ended ones included, are the group", () => {
  fc.assert(
    fc.property(history, (lived) => {
      const node = live(lived);
      for (const scraper of node.scrapers) {
        for (const keeper of node.keepers) {
          const group = scraper.sum(`namegroup|${keeper.comm}|`);
          const threads = scraper.sum(`thread|${keeper.comm}|`);
          expect(threads).toBe(group);
        }
      }
    }),
    runs,
  );
});

test('budgets and forgetting move no time: units and their groups still see every microsecond', () => {
  const budgets = { maxGroups: 3, maxThreads: 4, maxThreadsPerGroup: 2, forgetAfterMs: 120_000 };
  fc.assert(
    fc.property(history, (lived) => {
      const node = live(lived, budgets);
      const truth = [...node.unitTruth]
        .filter(([key]) => key.startsWith('service|'))
        .reduce((sum, [, usec]) => sum + usec, 0);
      for (const scraper of node.scrapers) {
        expect(scraper.sum('unit|service|')).toBe(truth);
        expect(scraper.sum('group|service|')).toBe(truth);
      }
    }),
    runs,
  );
});
