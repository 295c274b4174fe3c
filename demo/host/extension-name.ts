import { useTranslation } from 'react-i18next';

const translated = /^%(?<namespace>[^~%]+)~(?<key>.+)%$/;

/** The name of an extension as a person reads it: `%namespace~key%` is translated, all else is text. */
export function useExtensionNames(): (name: string) => string {
  // Asking for the namespace makes i18next load it.
  const { t } = useTranslation('plugin__host-processes');
  return (name) => {
    const { namespace, key } = translated.exec(name)?.groups ?? {};
    return namespace && key ? t(key, { ns: namespace }) : name;
  };
}
