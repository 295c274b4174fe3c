import { Alert } from '@patternfly/react-core';
import { useT } from '../../i18n/useT';

/** Says what the agent cannot tell on this node; nothing where it tells all. */
export function ReducedAccuracy({ mode }: { mode: string | undefined }) {
  const { t } = useT();
  if (mode !== 'process-only' && mode !== 'cgroups-only') return null;
  return (
    <Alert
      variant="info"
      isInline
      title={t('Reduced accuracy')}
      data-test="hp-reduced-accuracy"
      data-mode={mode}
    >
      {mode === 'process-only'
        ? t('This node does not offer cgroup v2. Short-lived processes are not counted.')
        : t(
            'The agent cannot see the processes of this node: units are shown, but no processes, threads and kernel threads.',
          )}
    </Alert>
  );
}
