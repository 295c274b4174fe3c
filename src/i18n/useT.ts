import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { namespace } from './namespace';

export type Translate = TFunction<typeof namespace>;

/** The texts of this plugin, and the console's language for number and time formats. */
export function useT(): { t: Translate; language: string } {
  const { t, i18n } = useTranslation(namespace);
  // Intl refuses the underscore that some browsers' languages come with.
  return { t, language: (i18n.language || 'en').replace('_', '-') };
}
