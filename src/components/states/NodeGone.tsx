import { Alert } from '@patternfly/react-core';
import { useT } from '../../i18n/useT';

/** The Node object went away while its page was open; what Prometheus stored of it is still there. */
export function NodeGone() {
  const { t } = useT();
  return (
    <Alert
      variant="warning"
      isInline
      title={t('This node no longer exists')}
      data-test="hp-node-gone"
    >
      {t('Stored data can still be viewed until it expires.')}
    </Alert>
  );
}
