import { useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';

/** The key of the console's preferences, which it keeps for each user. */
const preference = 'host-processes.groups.columns';

function textOf(columns: readonly string[]): string {
  return columns.join(',');
}

/**
 * Which of `all` columns a person wants to see, remembered by the console. What an older or newer
 * version remembered and this one does not know is left out. All of them to begin with.
 */
export function useColumns<Column extends string>(
  all: readonly Column[],
): [columns: readonly Column[], remember: (columns: readonly Column[]) => void] {
  const [remembered, remember] = useUserPreference<unknown>(preference, textOf(all));
  const text = typeof remembered === 'string' ? remembered : textOf(all);
  const columns = useMemo(() => {
    const wanted = text.split(',');
    return all.filter((column) => wanted.includes(column));
  }, [all, text]);
  return [columns, (next) => remember(textOf(next))];
}
