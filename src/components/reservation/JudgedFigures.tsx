import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { JudgedUsage } from '../../../prometheus/series/judged-usage';
import { useT } from '../../i18n/useT';
import { Cores } from '../Cores';

interface JudgedFiguresProps {
  readonly usage: JudgedUsage;
  /** Absent when it is unknown: then there is no headroom to tell. */
  readonly reservedCpus: number | undefined;
}

/** What the range held, in cores; headroom below zero is what was missing. */
export function JudgedFigures({ usage, reservedCpus }: JudgedFiguresProps) {
  const { t } = useT();
  const { average, p95, maximum } = usage;
  const headroom =
    reservedCpus === undefined || maximum === undefined ? undefined : reservedCpus - maximum;
  const figures = [
    { id: 'average', term: t('Average'), value: average },
    { id: 'p95', term: t('95th percentile'), value: p95 },
    { id: 'maximum', term: t('Maximum'), value: maximum },
    ...(reservedCpus === undefined
      ? []
      : [{ id: 'headroom', term: t('Headroom at maximum'), value: headroom }]),
  ];
  return (
    <DescriptionList isCompact columnModifier={{ default: '2Col' }}>
      {figures.map(({ id, term, value }) => (
        <DescriptionListGroup key={id}>
          <DescriptionListTerm>{term}</DescriptionListTerm>
          <DescriptionListDescription>
            <Cores id={`hp-reservation-${id}`} value={value} />
          </DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
}
