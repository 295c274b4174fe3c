import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { pseudoTexts } from './pseudo-texts';

/** Texts of a plugin come from the plugin's own files, under the name of their namespace. */
const pluginTexts: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const plugin = /^plugin__(.+)$/.exec(namespace)?.[1];
    if (plugin === undefined) {
      // The page itself speaks English only.
      done(null, {});
      return;
    }
    fetchTexts(`/api/plugins/${plugin}/locales/${language}/${namespace}.json`).then(
      (texts) => done(null, texts),
      (error: unknown) => done(error as Error, null),
    );
  },
};

async function fetchTexts(url: string): Promise<Record<string, string>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return (await response.json()) as Record<string, string>;
}

/**
 * The console's i18next with the console's separators, for this page and every plugin. As there, the
 * browser's language is the page's, and `pseudolocalization=true` in the address makes every text longer.
 */
export async function startTranslations(): Promise<void> {
  const params = new URLSearchParams(window.location.search);
  const { language } = navigator;
  document.documentElement.lang = language;
  await i18next
    .use(pluginTexts)
    .use(pseudoTexts)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: ['public'],
      defaultNS: 'public',
      nsSeparator: '~',
      contextSeparator: '~',
      keySeparator: false,
      ...(params.get('pseudolocalization') === 'true' && { postProcess: [pseudoTexts.name] }),
      // An advertisement in the browser's log.
      showSupportNotice: false,
      interpolation: { escapeValue: false },
    });
}
