import { Alert } from '@patternfly/react-core';
import type { NotSplit } from '../../hooks/useOverview';
import { useT, type Translate } from '../../i18n/useT';
import { clusterRole } from '../states/roles';

function reason(t: Translate, why: NotSplit): string {
  switch (why.because) {
    case 'denied':
      return t(
        'Your role shows host processes, but not metrics of pods. With {{role}}, infrastructure and workload pods appear separately.',
        { role: clusterRole },
      );
    case 'missing':
      return t(
        'Infrastructure and workload pods cannot be told apart: Prometheus has no metrics of kubelet for this node.',
      );
    case 'failed':
      return t('Infrastructure and workload pods cannot be told apart: {{reason}}', {
        reason: why.message,
      });
  }
}

/** Says why pods stand in one piece. The host's numbers do not depend on it. */
export function PodsNotSplit({ why }: { why: NotSplit }) {
  const { t } = useT();
  return (
    <Alert
      variant="info"
      isInline
      isPlain
      className="host-processes__account-note"
      title={t('Pods are not split')}
      component="h3"
      data-test="hp-pods-not-split"
      data-because={why.because}
    >
      {reason(t, why)}
    </Alert>
  );
}
