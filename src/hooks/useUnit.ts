import { useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo, useState } from 'react';
import { inCores, type Measure } from '../format/usage';
import { units, type PageState, type Unit } from '../url-state/page-state';
import type { ChangePage } from './usePageState';

/** The key of the console's preferences, which it keeps for each user. */
const preference = 'host-processes.unit';

/**
 * The unit of CPU use: what the URL says, else what the person chose last, else cores. A choice goes to
 * both.
 */
export function useUnit(
  { unit: told }: Pick<PageState, 'unit'>,
  change: ChangePage,
): [unit: Unit, choose: (unit: Unit) => void] {
  const [remembered, remember, isLoaded] = useUserPreference<unknown>(preference, 'cores');
  // As the page was opened: a choice on it must not change what Back goes back to.
  const [atFirst, setAtFirst] = useState<Unit>();
  if (isLoaded && atFirst === undefined) {
    setAtFirst(units.find((one) => one === remembered) ?? 'cores');
  }
  const choose = (unit: Unit) => {
    remember(unit);
    change({ unit });
  };
  return [told ?? atFirst ?? 'cores', choose];
}

/**
 * The measure for a unit on a node of this many CPUs. Their number stays known while it is asked for
 * anew; before it is known there is no percent.
 */
export function useMeasureOf(unit: Unit, cpus: number | undefined): Measure {
  const [known, setKnown] = useState(cpus);
  if (cpus !== undefined && cpus !== known) setKnown(cpus);
  const latest = cpus ?? known;
  return useMemo(
    () => (unit === 'percent' && latest !== undefined ? { unit, cpus: latest } : inCores),
    [unit, latest],
  );
}
