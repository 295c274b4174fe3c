import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import type { namespace } from './namespace';

export type Translate = TFunction<typeof namespace>;

interface Texts {
  readonly t: Translate;
  readonly language: string;
}

/** Of the page around; see `TextsProvider`. */
export const TextsContext = createContext<Texts | undefined>(undefined);

/** The texts of this plugin, and the console's language for number and time formats. */
export function useT(): Texts {
  const texts = useContext(TextsContext);
  if (texts === undefined) throw new Error('useT needs a TextsProvider around it.');
  return texts;
}
