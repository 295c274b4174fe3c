import type { Layer } from '../../../prometheus/series/over-time';
import { className } from '../../i18n/class-texts';
import type { Translate } from '../../i18n/useT';

/** What a layer is called: a unit or group by its own name, a class by ours, the rest by what it holds. */
export function layerName(t: Translate, { name, class: cpuClass, holds }: Layer): string {
  if (holds !== undefined) {
    return holds.of === 'unit'
      ? t('{{count}} other units', { count: holds.count })
      : t('{{count}} other groups', { count: holds.count });
  }
  return name === undefined || name === '' ? className(t, cpuClass) : name;
}
