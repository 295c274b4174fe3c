import { Button } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { TableRow } from '../../../prometheus/series/table-rows';
import { podClasses } from '../../../prometheus/series/display-class';
import { useT } from '../../i18n/useT';
import { Fact, Facts } from './Facts';

/** Where a pod belongs, why it counts as it does, and the way to its own page. */
export function PodDetails({ row }: { row: Extract<TableRow, { kind: 'pod' }> }) {
  const { t } = useT();
  const to = `/k8s/ns/${encodeURIComponent(row.namespace)}/pods/${encodeURIComponent(row.name)}`;
  const infrastructure = row.class === podClasses.infrastructure;
  return (
    <Facts id="hp-pod-details">
      <Fact term={t('Namespace')}>
        <bdi>{row.namespace}</bdi>
      </Fact>
      <Fact term={t('Belongs to')}>
        {infrastructure
          ? t('Infrastructure: the namespace belongs to the platform.')
          : t('Workload: the namespace does not belong to the platform.')}
      </Fact>
      <Fact term={t('Pod')}>
        <Button variant="link" isInline component={(props) => <Link {...props} to={to} />}>
          {row.name}
        </Button>
      </Fact>
    </Facts>
  );
}
