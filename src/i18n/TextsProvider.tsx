import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { namespace } from './namespace';
import { TextsContext } from './useT';

/**
 * Gives everything in it the plugin's texts, looked up once: a page has hundreds of components that say
 * something, and each of them would listen to the language by itself.
 */
export function TextsProvider({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation(namespace);
  // Intl refuses the underscore that some browsers' languages come with.
  const language = (i18n.language || 'en').replace('_', '-');
  const texts = useMemo(() => ({ t, language }), [t, language]);
  return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>;
}
