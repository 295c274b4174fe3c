import { Button } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useT } from '../../i18n/useT';

/** Opens the console's Metrics page with the very query that a panel asks. */
export function InspectLink({ id, promql }: { id: string; promql: string }) {
  const { t } = useT();
  const to = `/monitoring/query-browser?query0=${encodeURIComponent(promql)}`;
  return (
    <Button
      variant="link"
      isInline
      data-test={`${id}-inspect`}
      component={(props) => <Link {...props} to={to} />}
    >
      {t('Inspect in Metrics')}
    </Button>
  );
}
