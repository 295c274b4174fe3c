import { formatPercent } from '../../format/percent';
import { useMeasure } from '../../hooks/measure';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';
import type { Part } from './account-lines';

interface FigureProps {
  /** Becomes `data-test`. */
  readonly id: string;
  readonly cores: number | undefined;
  readonly part: Part | undefined;
}

/** A number of the account: cores, or the whole percent that adds to 100 with all others. */
export function Figure({ id, cores, part }: FigureProps) {
  const { language } = useT();
  const { unit } = useMeasure();
  if (unit === 'cores' || part === undefined) return <Cores id={id} value={cores} />;
  return (
    <data data-test={id} value={cores}>
      <bdi dir="ltr">{formatPercent(part.percent, part.exact, language)}</bdi>
    </data>
  );
}
