import type { Layer } from '../../../prometheus/series/over-time';
import { className } from '../../i18n/class-texts';
import type { Translate } from '../../i18n/useT';

/** What a layer is called: a unit or group by its own name, a class by ours. */
export function layerName(t: Translate, { name, class: cpuClass }: Layer): string {
  return name === undefined || name === '' ? className(t, cpuClass) : name;
}
