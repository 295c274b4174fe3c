import { Alert } from '@patternfly/react-core';
import { useT } from '../../i18n/useT';

/** Prometheus answered, but says that a part may be missing. */
export function Partial({ warnings }: { warnings: readonly string[] }) {
  const { t } = useT();
  if (warnings.length === 0) return null;
  return (
    <Alert
      variant="warning"
      isInline
      isExpandable
      title={t('Some data may be missing')}
      toggleAriaLabel={t('Details')}
    >
      {warnings.map((warning) => (
        <p key={warning}>
          <bdi>{warning}</bdi>
        </p>
      ))}
    </Alert>
  );
}
