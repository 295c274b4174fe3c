import type { ChurnRow } from './churn-rows';
import type { OwnUsage } from './churn';
import type { ClosureRow } from './closure';
import type { Target } from '../report/tables';
import type { WindowFigures } from './unit-windows';
import { churnWorkloads, steadyWorkloads } from './workloads';

export interface Figures {
  readonly churn: readonly ChurnRow[];
  /** Microseconds of the workloads' own long-lived processes, by getrusage(2). */
  readonly own: OwnUsage;
  readonly closure: readonly ClosureRow[];
  readonly windows: { readonly churned: WindowFigures; readonly loaded: WindowFigures };
}

const twoTicksSeconds = 0.02;

/** What issue 3 asks for, one by one. */
export function judge(figures: Figures): Target[] {
  const { churn, closure, windows } = figures;
  return [
    ...Object.entries(windows).map(([when, { windows: count, lowestRatio, highestRatio }]) => ({
      target: `groups over usage_usec of each unit, any window, ${when}: 0.999 to 1.001`,
      measured: `${lowestRatio.toFixed(6)} to ${highestRatio.toFixed(6)} in ${count} windows`,
      reached: count > 0 && lowestRatio >= 0.999 && highestRatio <= 1.001,
    })),
    ...closure.map(({ load, openPercent, allowedPercent }) => ({
      target: `node, ${load}: classes differ from busy by at most ${allowedPercent.toFixed(1)} %`,
      measured: `${openPercent.toFixed(2)} %`,
      reached: Math.abs(openPercent) <= allowedPercent,
    })),
    ...closure.slice(0, 2).map(({ load, namedShare, unnamedSeconds, ticksSeconds }) => ({
      target: `named, no exits, ${load}: at least 0.99, or all but two ticks a process`,
      measured: `${namedShare.toFixed(4)}, all but ${unnamedSeconds.toFixed(3)} s`,
      reached: namedShare >= 0.99 || unnamedSeconds <= ticksSeconds,
    })),
    ...longLived(figures),
    ...churn.map(({ workload, rightUnitPercent, sliceOnlyPercent }) => ({
      target: `${workload}: at least 99 % in the right unit${sliceOnlyPercent > 1 ? ' or slice' : ''}`,
      measured: `${(rightUnitPercent + sliceOnlyPercent).toFixed(3)} %`,
      reached: placed(workload, rightUnitPercent, sliceOnlyPercent) >= 99,
    })),
  ];
}

/** Only units that lived shorter than a scrape may end in their slice. */
function placed(workload: string, rightUnit: number, sliceOnly: number): number {
  const long = [...churnWorkloads, ...steadyWorkloads].some(({ title }) => title === workload);
  return long ? rightUnit : rightUnit + sliceOnly;
}

function longLived({ churn, own }: Figures): Target[] {
  const namedAndOwn = (title: string, id: string) => {
    const row = churn.find(({ workload }) => workload === title);
    const named = ((row?.namedPercent ?? 0) * (row?.truthSeconds ?? 0)) / 100;
    return { named, used: (own.get(id) ?? 0) / 1_000_000 };
  };
  const text = (named: number, used: number) => `${named.toFixed(3)} s of ${used.toFixed(3)} s`;
  return [
    ...steadyWorkloads.map(({ title, id }) => {
      const { named, used } = namedAndOwn(title, id);
      return {
        target: `${title}: group within 1 % or two ticks of its rusage`,
        measured: text(named, used),
        reached: Math.abs(named - used) <= Math.max(twoTicksSeconds, used / 100),
      };
    }),
    ...churnWorkloads.map(({ title, id }) => {
      const { named, used } = namedAndOwn(title, id);
      return {
        target: `${title}: what the parent used is named, but for two ticks`,
        measured: text(named, used),
        reached: named >= used - twoTicksSeconds,
      };
    }),
  ];
}
