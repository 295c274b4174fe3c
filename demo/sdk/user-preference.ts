import type { UseUserPreference } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/console-types';
import { useState, type SetStateAction } from 'react';

/** Where a console without a cluster keeps what its user prefers. */
const storageKey = 'console-user-settings';

function stored(): Record<string, unknown> {
  return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>;
}

/** A preference of the user, kept in the browser: value, setter, and that it is loaded. */
export const useUserPreference: UseUserPreference = <T>(key: string, defaultValue?: T) => {
  const [value, setValue] = useState(() => (key in stored() ? stored()[key] : defaultValue) as T);
  const remember = (next: SetStateAction<T>) => {
    const made = next instanceof Function ? next(value) : next;
    localStorage.setItem(storageKey, JSON.stringify({ ...stored(), [key]: made }));
    setValue(made);
  };
  return [value, remember, true];
};
