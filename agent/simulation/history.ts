import fc from 'fast-check';
import type { AccountOptions } from '../accounting/account';
import type { WantedTiers } from '../tiers/wanted-tiers';
import type { SimulatedProcess } from './simulated-kernel';
import { intervalUsec, SimulatedNode } from './simulated-node';

type Step = readonly [
  kind:
    | 'run'
    | 'keeper'
    | 'spawn'
    | 'fork'
    | 'exec'
    | 'exit'
    | 'wait'
    | 'move'
    | 'thread'
    | 'end thread'
    | 'unit'
    | 'sleep'
    | 'interrupt'
    | 'kernel thread'
    | 'ignore children',
  which: number,
  usec: number,
];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom<Step[0]>(
    'run',
    'run',
    'keeper',
    'keeper',
    'spawn',
    'fork',
    'exec',
    'exit',
    'wait',
    'move',
    'thread',
    'end thread',
    'unit',
    'sleep',
    'interrupt',
    'kernel thread',
    'ignore children',
  ),
  fc.nat(1000),
  fc.oneof(fc.nat(9_999), fc.nat(60_000), fc.nat(4_000_000)),
);

function play(node: SimulatedNode, [kind, which, usec]: Step): void {
  const { kernel } = node;
  const at = <T>(list: readonly T[]): T | undefined => list[which % list.length];
  const others = [...kernel.processes.values()].filter(
    (process) =>
      process.pid > 1 &&
      !process.kernelThread &&
      !process.zombie &&
      !node.keepers.includes(process),
  );
  const chosen = at(others);
  // Nothing that a process does is for nothing.
  const bother = (process: SimulatedProcess | undefined) => {
    if (process) node.run(process, 1);
  };
  switch (kind) {
    case 'run':
      if (chosen) node.run(chosen, usec);
      return;
    case 'keeper':
      node.run(at(node.keepers)!, usec);
      return;
    case 'spawn':
      bother(kernel.spawn(1, at(node.cgroups)!, `service${which % 3}`));
      return;
    case 'fork': {
      const parent = chosen ?? kernel.processes.get(1)!;
      const cgroup = chosen ? chosen.cgroup : at(node.cgroups)!;
      bother(kernel.spawn(parent.pid, cgroup, parent.comm, { forkNoExec: true }));
      return;
    }
    case 'exec':
      if (chosen) kernel.exec(chosen, `program${which % 3}`);
      bother(chosen);
      return;
    case 'exit':
      bother(chosen);
      if (chosen) kernel.exit(chosen);
      return;
    case 'wait': {
      const zombie = at([...kernel.processes.values()].filter((process) => process.zombie));
      if (zombie) kernel.wait(zombie);
      return;
    }
    case 'move': {
      // Never back: who went away and came back between two scrapes never left, for all one can see.
      const index = chosen ? node.cgroups.indexOf(chosen.cgroup) : -1;
      const next = at(node.cgroups.slice(index + 1));
      if (chosen && next) chosen.cgroup = next;
      return;
    }
    case 'thread':
      kernel.startThread(chosen ?? node.keepers[0]!, `worker${which % 2}`);
      return;
    case 'end thread': {
      const process = chosen ?? node.keepers[0]!;
      const tid = at([...process.threads.keys()]);
      if (tid !== undefined) kernel.endThread(process, tid);
      return;
    }
    case 'unit':
      node.churn(at(node.cgroups)!.parent!, usec, which * 20_000);
      return;
    case 'sleep':
      kernel.sleep(usec * 5);
      return;
    case 'interrupt':
      kernel.interrupt(usec % 30_000);
      return;
    case 'kernel thread': {
      const threads = [...kernel.processes.values()].filter((process) => process.kernelThread);
      if (threads.length < 4) kernel.spawn(2, kernel.root, 'kswapd', { kernelThread: true });
      node.run(at(threads)!, usec);
      return;
    }
    case 'ignore children':
      if (chosen) chosen.ignoresChildren = true;
      return;
  }
}

/** Something that happens to a node, and when its second scraper comes. */
export const history = fc.tuple(
  fc.integer({ min: 1, max: intervalUsec }),
  fc.array(step, { maxLength: 200, size: 'max' }),
);

/** Lets a node live through a history; in the end every series has been credited. */
export function live(
  [offsetUsec, steps]: readonly [number, readonly Step[]],
  budgets: Partial<AccountOptions> = {},
  wanted?: WantedTiers,
): SimulatedNode {
  const node = new SimulatedNode(offsetUsec, budgets, wanted);
  node.start();
  node.forkKeeper();
  for (const one of steps) play(node, one);
  // Long enough for a full pass, and for the youngest series that it finds to be credited in both scrapers.
  node.kernel.sleep(6 * intervalUsec);
  return node;
}
