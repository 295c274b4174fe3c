import { className, classMeaning } from '../i18n/class-texts';
import { useT } from '../i18n/useT';
import { Explained } from './Explained';

/** The name of a class; opens to one sentence on what it means. */
export function ClassName({ name }: { name: string }) {
  const { t } = useT();
  const meaning = classMeaning(t, name);
  const text = className(t, name);
  return meaning === undefined ? <bdi>{text}</bdi> : <Explained term={text}>{meaning}</Explained>;
}
